package dev.parley.e2e.bench;

import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The neighbour that Parley is measured against: the same Jetty, virtual threads and Spring WebSocket, but it stores nothing,
 * checks nothing and parses nothing. What one of a pair sends ({@code /relay?id=2n}) goes to the other ({@code id=2n+1}).
 */
@SpringBootApplication
@EnableWebSocket
class BareRelay {
    static void main(String[] args) {
        SpringApplication.run(BareRelay.class, args);
    }

    @Bean
    WebSocketConfigurer relay() {
        return registry -> registry.addHandler(new Relay(), "/relay").setAllowedOrigins("*");
    }

    private static final class Relay extends TextWebSocketHandler {
        private final ConcurrentHashMap<Integer, WebSocketSession> sessions = new ConcurrentHashMap<>();

        @Override
        public void afterConnectionEstablished(WebSocketSession session) {
            sessions.put(id(session), new ConcurrentWebSocketSessionDecorator(session, 10_000, 1 << 20));
        }

        @Override
        protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
            var other = sessions.get(id(session) ^ 1);
            if (other != null) {
                other.sendMessage(message);
            }
        }

        @Override
        public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
            sessions.remove(id(session));
        }

        private static int id(WebSocketSession session) {
            var query = session.getUri() == null
                    ? ""
                    : String.valueOf(session.getUri().getQuery());
            return Integer.parseInt(query.substring("id=".length()));
        }
    }
}
