package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One simulated client: opens its connection, greets, and is ready once it has everything it missed. Lives on the loop's thread. */
abstract class Client implements WebSocketLoop.Events {
    private static final int MOST_TRIES = 20;
    private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Side side;
    private final int number;
    private WebSocketLoop.@Nullable Connection connection;
    private @Nullable String cursor;
    private @Nullable Runnable whenReady;
    private @Nullable Runnable again;
    private boolean ready;
    private int tries;

    Client(Side side, int number) {
        this.side = side;
        this.number = number;
    }

    /** Opens all of them, a number at a time, and waits until they are ready. */
    static void openAll(WebSocketLoop loop, List<? extends Client> clients, int atOnce) throws InterruptedException {
        var patience = Duration.ofSeconds(60);
        var free = new Semaphore(atOnce);
        for (var client : clients) {
            if (!free.tryAcquire(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("connections do not become ready");
            }
            client.whenReady = free::release;
            client.open(loop);
        }
        if (!free.tryAcquire(atOnce, patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the last connections do not become ready");
        }
    }

    /** Opens, or opens again. */
    final void open(WebSocketLoop loop) {
        ready = false;
        connection = null;
        again = () -> loop.after(AGAIN_NANOS, () -> side.open(loop, number, this));
        side.open(loop, number, this);
    }

    final int number() {
        return number;
    }

    final boolean isReady() {
        return ready;
    }

    final void send(byte[] frame) {
        var open = connection;
        if (open != null) {
            open.send(frame);
        }
    }

    /** Breaks the connection without a word. */
    final void cut() {
        var open = connection;
        connection = null;
        ready = false;
        if (open != null) {
            open.close();
        }
    }

    /** Where to go on from when it opens again; null for the present. */
    final void goOnFrom(@Nullable String newest) {
        cursor = newest;
    }

    @Override
    public final void opened(WebSocketLoop.Connection opened) {
        connection = opened;
        var greeting = side.greeting(cursor);
        if (greeting == null) {
            becomeReady();
        } else {
            greets();
            opened.send(greeting);
        }
    }

    @Override
    public final void text(WebSocketLoop.Connection opened, ByteBuffer payload) {
        if (ready) {
            live(payload);
        } else if (side.ready(payload)) {
            greeted(payload);
            becomeReady();
        } else {
            missed(payload);
        }
    }

    private void becomeReady() {
        ready = true;
        becameReady();
        var told = whenReady;
        if (told != null) {
            whenReady = null;
            told.run();
        }
    }

    @Override
    public void closed(WebSocketLoop.Refusal reason) {
        if (!ready && again != null && tries++ < MOST_TRIES) {
            again.run(); // too many are connecting, or the machine is busy with other things
        } else {
            throw new IllegalStateException(side.name() + ": client " + number + " was closed: " + reason);
        }
    }

    /** A frame after it is ready. */
    abstract void live(ByteBuffer payload);

    /** It says hello now. */
    void greets() {}

    /** A frame before it is ready. */
    void missed(ByteBuffer payload) {}

    /** The frame that made it ready. */
    void greeted(ByteBuffer payload) {}

    /** It has everything it missed. */
    void becameReady() {}
}
