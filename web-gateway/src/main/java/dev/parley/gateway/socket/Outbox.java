package dev.parley.gateway.socket;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.common.WebSocketSession;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.springframework.web.socket.CloseStatus;

/**
 * Everything that goes to one device, in order. Jetty sends without blocking and keeps what the device has not taken yet; this counts
 * those bytes and ends the connection when too many wait. (Spring's decorator for concurrent sending would block a thread instead.)
 *
 * <p>It speaks to the core of Jetty's session, because only that one can gather several frames into one write.
 */
final class Outbox {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Session session;
    private final CoreSession core;
    private final long limit;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicLong waiting = new AtomicLong();
    private final Object room = new Object();
    private volatile boolean awaited;

    Outbox(Session session, long limit) {
        this.session = session;
        this.core = ((WebSocketSession) session).getCoreSession();
        this.limit = limit;
    }

    /** Sends a frame. Never blocks; does nothing once the connection ends. @param frame UTF-8 */
    void send(byte[] frame) {
        send(frame, false);
    }

    /** As {@link #send}, but the frame may wait for the next {@link #flush}. */
    void gather(byte[] frame) {
        send(frame, true);
    }

    /** Sends what was gathered. */
    void flush() {
        if (!closing.get()) {
            core.flush(Callback.NOOP);
        }
    }

    private void send(byte[] frame, boolean gathered) {
        if (closing.get()) {
            return;
        }
        if (waiting.addAndGet(frame.length) > limit) {
            close(SocketClose.SLOW_READER);
            return;
        }
        core.sendFrame(new Frame(OpCode.TEXT, true, ByteBuffer.wrap(frame)), new Sent(frame.length), gathered);
    }

    /** Waits until less than a quarter of the limit is under way; false when the device takes nothing for a long time or has gone. */
    boolean awaitRoom() throws InterruptedException {
        flush();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (room) {
            awaited = true;
            while (waiting.get() > limit / 4 && session.isOpen() && !closing.get()) {
                var left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                room.wait(Math.min(left, 1_000));
            }
            awaited = false;
        }
        return session.isOpen() && !closing.get();
    }

    /** Ends the connection after what is under way. Harmless when repeated. */
    void close(CloseStatus status) {
        if (closing.compareAndSet(false, true)) {
            core.close(status.getCode(), status.getReason(), Callback.NOOP);
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
            core.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
    }

    /** A frame of some bytes is on its way. */
    private final class Sent implements Callback {
        private final int size;

        Sent(int size) {
            this.size = size;
        }

        @Override
        public void succeeded() {
            waiting.addAndGet(-size);
            if (awaited) {
                synchronized (room) {
                    room.notifyAll();
                }
            }
        }

        @Override
        public void failed(Throwable cause) {
            succeeded();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
