package dev.parley.e2e.bench;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The neighbour that Parley is measured against: the same Jetty, virtual threads and Spring WebSocket, but it stores nothing,
 * checks nothing and parses nothing. What one of a pair sends ({@code /relay?id=2n}) goes to the other ({@code id=2n+1}).
 * {@code /talkative} does the same with as many frames and bytes as Parley: the sender gets two of them, an answer and its own message.
 * {@code POST /write} writes one frame to every connection in a loop; a frame {@code burst <frames> <bytes>} is answered with that
 * many frames and then {@code end}.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableWebSocket
@RestController
class BareRelay {
    private final ConcurrentHashMap<Integer, WebSocketSession> sessions = new ConcurrentHashMap<>();

    static void main(String[] args) {
        SpringApplication.run(BareRelay.class, args);
    }

    @Bean
    WebSocketConfigurer relay() {
        return registry -> registry.addHandler(new Relay(), "/relay")
                .addHandler(new TalkativeRelay(), "/talkative")
                .setAllowedOrigins("*");
    }

    /** One thread, one frame after the other, straight into Jetty, which does not block. */
    @PostMapping("/write")
    int write(@RequestParam int bytes) {
        var frame = "x".repeat(bytes);
        for (var session : sessions.values()) {
            jetty(session).sendText(frame, Callback.NOOP);
        }
        return sessions.size();
    }

    private static Session jetty(WebSocketSession session) {
        var plain =
                session instanceof ConcurrentWebSocketSessionDecorator decorated ? decorated.getDelegate() : session;
        return Objects.requireNonNull(((NativeWebSocketSession) plain).getNativeSession(Session.class));
    }

    private static int id(WebSocketSession session) {
        var query =
                session.getUri() == null ? "" : String.valueOf(session.getUri().getQuery());
        return Integer.parseInt(query.substring("id=".length()));
    }

    private class Relay extends TextWebSocketHandler {
        @Override
        public void afterConnectionEstablished(WebSocketSession session) {
            sessions.put(id(session), new ConcurrentWebSocketSessionDecorator(session, 10_000, 1 << 20));
        }

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
            if (message.getPayload().startsWith("burst ")) {
                burst(session, message.getPayload().split(" "));
                return;
            }
            var other = sessions.get(id(session) ^ 1);
            if (other != null) {
                other.sendMessage(message);
            }
        }

        private static void burst(WebSocketSession session, String[] order) {
            var frame = "x".repeat(Integer.parseInt(order[2]));
            for (var i = Integer.parseInt(order[1]); i > 0; i--) {
                jetty(session).sendText(frame, Callback.NOOP);
            }
            jetty(session).sendText("end", Callback.NOOP);
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
            sessions.remove(id(session));
        }
    }

    private final class TalkativeRelay extends Relay {
        private static final int FRAME = 470;

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
            var own = sessions.get(id(session));
            var other = sessions.get(id(session) ^ 1);
            if (own != null && other != null) {
                var text = message.getPayload();
                var frame = text + " ".repeat(Math.max(0, FRAME - text.length()));
                other.sendMessage(new TextMessage(frame));
                own.sendMessage(new TextMessage(frame));
            }
        }
    }
}
