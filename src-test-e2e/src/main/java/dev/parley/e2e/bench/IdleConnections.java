package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens idle connections in two steps and takes the slope of the server's resident memory between them. */
final class IdleConnections {
    private static final int AT_ONCE = 64;

    private final Side side;
    private final AtomicInteger open = new AtomicInteger();

    IdleConnections(Side side) {
        this.side = side;
    }

    /** @return bytes of resident memory that one more idle connection costs */
    double bytesPerConnection(int few, int many) throws InterruptedException {
        try (var loop = new WebSocketLoop()) {
            open(loop, 0, few);
            var before = settled();
            open(loop, few, many);
            var after = settled();
            return (double) (after - before) / (many - few);
        }
    }

    private long settled() throws InterruptedException {
        TimeUnit.SECONDS.sleep(5);
        return ProcessFigures.of(side.pid(), 0).residentBytes();
    }

    private void open(WebSocketLoop loop, int from, int to) throws InterruptedException {
        var free = new Semaphore(AT_ONCE);
        for (var index = from; index < to; index++) {
            if (!free.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(side.name() + ": stuck at " + open.get() + " idle connections");
            }
            var pair = index / 2;
            var member = index % 2;
            loop.connect(side.port(), side.path(pair, member), side.protocol(), new WebSocketLoop.Events() {
                private boolean ready;

                @Override
                public void opened(WebSocketLoop.Connection connection) {
                    var greeting = side.greeting(pair, member);
                    if (greeting == null) {
                        becomeReady();
                    } else {
                        connection.send(greeting);
                    }
                }

                @Override
                public void text(WebSocketLoop.Connection connection, ByteBuffer payload) {
                    if (!ready && side.ready(payload)) {
                        becomeReady();
                    }
                }

                private void becomeReady() {
                    ready = true;
                    open.incrementAndGet();
                    free.release();
                }

                @Override
                public void closed(WebSocketLoop.Connection connection, String reason) {
                    System.err.println(side.name() + ": an idle connection closed: " + reason);
                }
            });
        }
        while (!free.tryAcquire(AT_ONCE, 30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(side.name() + ": stuck at " + open.get() + " idle connections");
        }
    }
}
