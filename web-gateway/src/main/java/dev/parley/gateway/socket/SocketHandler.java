package dev.parley.gateway.socket;

import dev.parley.gateway.problem.Outage;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** Takes what comes over the wire, keeps its limits, and hands frames on. */
@Component
class SocketHandler implements WebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);
    private static final String CONNECTION = "connection";

    private final FrameHandler frameHandler;
    private final Frames frames;
    private final SocketServices services;
    private final OpenConnections open;

    SocketHandler(FrameHandler frameHandler, Frames frames, SocketServices services, OpenConnections open) {
        this.frameHandler = frameHandler;
        this.frames = frames;
        this.services = services;
        this.open = open;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var holder = (SocketTickets.Holder)
                Objects.requireNonNull(session.getAttributes().remove(SocketHandshake.HOLDER));
        var jetty = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
        var outbox = new Outbox(jetty, services.properties().waiting().toBytes());
        var connection = new SocketConnection(holder, outbox, services);
        session.getAttributes().put(CONNECTION, connection);
        connection.arrives();
        open.add(connection);
    }

    @Override
    public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
        var connection = connection(session);
        if (connection == null || connection.isClosing() || connection.isLeaving()) {
            return;
        }
        connection.heard();
        if (!(message instanceof TextMessage) && !(message instanceof BinaryMessage)) {
            return;
        }
        if (!connection.allowsFrame()) {
            var limit = services.properties().framesPerSecond();
            connection.fail(
                    Problem.TOO_MANY_FRAMES.view("No more than " + limit + " frames a second in the long run."), null);
            connection.close(SocketClose.TOO_MANY_FRAMES);
        } else if (message instanceof TextMessage text) {
            handleText(connection, text.getPayload());
        } else {
            connection.fail(Problem.BINARY_FRAME.view("A frame is one JSON object, sent as text."), null);
        }
    }

    private void handleText(SocketConnection connection, String text) {
        var limit = services.properties().frameSize().toBytes();
        if (isLonger(text, limit)) {
            connection.fail(Problem.FRAME_TOO_LARGE.view("A frame has at most " + limit + " bytes."), null);
            connection.close(SocketClose.TOO_LARGE);
            return;
        }
        switch (frames.read(text)) {
            case Frames.NotUnderstood(var problem, var key) -> connection.fail(problem, key);
            case Frames.Understood(var frame) -> handle(connection, frame);
        }
    }

    private static boolean isLonger(String text, long limit) {
        return text.length() > limit / 3 && text.getBytes(StandardCharsets.UTF_8).length > limit;
    }

    private void handle(SocketConnection connection, ClientFrame frame) {
        try {
            frameHandler.handle(connection, frame);
        } catch (RuntimeException failure) {
            var reference = ProblemAnswer.reference();
            var kind = frame.getClass().getSimpleName();
            if (Outage.isBehind(failure)) {
                LOG.warn(
                        "{} a {} frame of {} found no database: {}",
                        reference,
                        kind,
                        connection.party(),
                        failure.toString());
            } else {
                LOG.error("{} a {} frame of {} failed", reference, kind, connection.party(), failure);
            }
            var problem = Outage.isBehind(failure)
                    ? Outage.view()
                    : Problem.INTERNAL.view("Something broke on our side; try again.");
            var key = frame instanceof ClientFrame.Send send ? send.key() : null;
            if (key == null) {
                connection.fail(problem.at(null, reference), null);
            } else {
                connection.send(new ServerFrame.Refused(key, problem.at(null, reference)));
            }
            if (frame instanceof ClientFrame.Hello) {
                connection.close(SocketClose.FAILED);
            }
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        LOG.debug("a connection broke", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var connection = connection(session);
        if (connection != null) {
            open.remove(connection);
            connection.disconnect(); // there is nobody left to say goodbye to
            frameHandler.gone(connection);
        }
    }

    @Override
    public boolean supportsPartialMessages() {
        return false;
    }

    private static @Nullable SocketConnection connection(WebSocketSession session) {
        return (SocketConnection) session.getAttributes().get(CONNECTION);
    }
}
