package dev.parley.gateway.socket;

import dev.parley.delivery.EndReason;
import org.springframework.web.socket.CloseStatus;

/** The codes with which the server closes a connection (docs/protocol/socket.md). */
final class SocketClose {
    static final CloseStatus SESSION_ENDED = new CloseStatus(4000, "session ended");
    static final CloseStatus TOO_MANY_FRAMES = new CloseStatus(4001, "too many frames");
    static final CloseStatus SLOW_READER = new CloseStatus(4002, "slow reader");
    static final CloseStatus PROTOCOL = new CloseStatus(4003, "protocol");
    static final CloseStatus SUPERSEDED = new CloseStatus(4005, "superseded");
    static final CloseStatus TOO_LARGE = new CloseStatus(1009, "frame too large");
    static final CloseStatus GOING_AWAY = new CloseStatus(1012, "going away");
    static final CloseStatus FAILED = new CloseStatus(1011, "unavailable");

    private SocketClose() {}

    static CloseStatus of(EndReason reason) {
        return switch (reason) {
            case SESSION_ENDED -> SESSION_ENDED;
            case SUPERSEDED -> SUPERSEDED;
            case GOING_AWAY -> GOING_AWAY;
        };
    }
}
