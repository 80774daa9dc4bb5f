package dev.parley.gateway.socket;

import dev.parley.delivery.EndReason;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.socket.CloseStatus;

/** The codes with which the server closes a connection (docs/protocol/socket.md). */
final class SocketClose {
    static final CloseStatus SESSION_ENDED = new CloseStatus(4000, "session ended");
    static final CloseStatus TOO_MANY_FRAMES = new CloseStatus(4001, "too many frames");
    static final CloseStatus SLOW_READER = new CloseStatus(4002, "slow reader");
    static final CloseStatus PROTOCOL = new CloseStatus(4003, "protocol");
    static final CloseStatus SUPERSEDED = new CloseStatus(4005, "superseded");
    static final CloseStatus TOO_LARGE = new CloseStatus(1009, "frame too large");
    static final CloseStatus FAILED = new CloseStatus(1011, "unavailable");

    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    private SocketClose() {}

    static CloseStatus of(EndReason reason) {
        return switch (reason) {
            case SESSION_ENDED -> SESSION_ENDED;
            case SUPERSEDED -> SUPERSEDED;
            case GOING_AWAY -> goingAway();
        };
    }

    /** Each connection gets a pause of its own, so that not all of them knock at the next node's door at the same moment. */
    private static CloseStatus goingAway() {
        var pause = ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS);
        return new CloseStatus(1012, "going away; reconnect in " + pause + " ms");
    }
}
