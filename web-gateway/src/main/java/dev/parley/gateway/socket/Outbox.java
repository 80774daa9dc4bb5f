package dev.parley.gateway.socket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.springframework.web.socket.CloseStatus;

/**
 * Everything that goes to one device, in order. Jetty sends without blocking and keeps what the device has not taken yet; this counts
 * those bytes and ends the connection when too many wait. (Spring's decorator for concurrent sending would block a thread instead.)
 */
final class Outbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Session session;
    private final long limit;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Object room = new Object();
    private long waiting;
    private boolean awaited;

    Outbox(Session session, long limit) {
        this.session = session;
        this.limit = limit;
    }

    /** Sends a frame. Never blocks; does nothing once the connection ends. */
    void send(String frame) {
        if (closing.get()) {
            return;
        }
        var size = utf8Length(frame);
        if (add(size) > limit) {
            close(SocketClose.SLOW_READER);
            return;
        }
        session.sendText(frame, Callback.from(() -> taken(size), _ -> taken(size)));
    }

    /** Waits until less than a quarter of the limit is under way; false when the device takes nothing for a long time or has gone. */
    boolean awaitRoom() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (room) {
            while (waiting > limit / 4 && session.isOpen() && !closing.get()) {
                var left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                awaited = true;
                room.wait(Math.min(left, 1_000));
            }
        }
        return session.isOpen() && !closing.get();
    }

    /** Ends the connection after what is under way. Harmless when repeated. */
    void close(CloseStatus status) {
        if (closing.compareAndSet(false, true)) {
            session.close(status.getCode(), status.getReason(), Callback.NOOP);
        }
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Ends the connection at once. */
    void disconnect() {
        closing.set(true);
        session.disconnect();
    }

    /** Asks the device's WebSocket to answer; browsers do so on their own. */
    void probe() {
        if (!closing.get()) {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    private long add(int size) {
        synchronized (room) {
            waiting += size;
            return waiting;
        }
    }

    private void taken(int size) {
        synchronized (room) {
            waiting -= size;
            if (awaited) {
                awaited = false;
                room.notifyAll();
            }
        }
    }

    static int utf8Length(String text) {
        var length = text.length();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80) {
                length += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
            }
        }
        return length;
    }
}
