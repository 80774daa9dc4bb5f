package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of connections; the first of each keeps {@code window} messages of 100 bytes on their way to the second. A message is
 * delivered when the second has read its frame; that allows the next one. A receipt is sent after every sixteenth.
 */
final class ClosedLoop {
    private static final int TEXT_LENGTH = 100;
    private static final int RECEIPT_EVERY = 16;
    private static final byte[] MARK = "~T".getBytes(StandardCharsets.US_ASCII);
    private static final String FILLER = ".".repeat(TEXT_LENGTH);

    private final Side side;
    private final int pairs;
    private final WebSocketLoop.@Nullable Connection[] connections;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private Latencies latencies = new Latencies();
    private boolean measuring;
    private boolean sending;
    private final long[] numbers;

    ClosedLoop(Side side, int pairs) {
        this.side = side;
        this.pairs = pairs;
        this.connections = new WebSocketLoop.Connection[pairs * 2];
        this.numbers = new long[pairs];
    }

    /** Opens the connections, loads for the given seconds after a warm-up of the same window, and closes them again. */
    Result run(int window, int warmUpSeconds, int seconds) throws InterruptedException {
        try (var loop = new WebSocketLoop()) {
            open(loop);
            loop.execute(() -> {
                sending = true;
                for (var pair = 0; pair < pairs; pair++) {
                    for (var i = 0; i < window; i++) {
                        send(pair);
                    }
                }
            });
            TimeUnit.SECONDS.sleep(warmUpSeconds);
            var before = ProcessFigures.of(side.pid(), side.databasePid());
            var start = System.nanoTime();
            loop.execute(() -> {
                latencies = new Latencies();
                measuring = true;
            });
            TimeUnit.SECONDS.sleep(seconds);
            var stopped = new CountDownLatch(1);
            loop.execute(() -> {
                measuring = false;
                sending = false;
                stopped.countDown();
            });
            stopped.await();
            var elapsed = (System.nanoTime() - start) / 1e9;
            var after = ProcessFigures.of(side.pid(), side.databasePid());
            TimeUnit.MILLISECONDS.sleep(500);
            if (failure.get() != null) {
                throw new IllegalStateException(side.name() + ": " + failure.get());
            }
            return new Result(
                    side.name(),
                    window,
                    latencies.total() / elapsed,
                    latencies.quantileMillis(0.5),
                    latencies.quantileMillis(0.99),
                    latencies.quantileMillis(0.999),
                    (after.cpuSeconds() - before.cpuSeconds()) / elapsed,
                    (after.databaseCpuSeconds() - before.databaseCpuSeconds()) / elapsed);
        }
    }

    private void open(WebSocketLoop loop) throws InterruptedException {
        var ready = new CountDownLatch(pairs * 2);
        for (var index = 0; index < pairs * 2; index++) {
            var pair = index / 2;
            var member = index % 2;
            loop.connect(side.port(), side.path(pair, member), side.protocol(), new Events(pair, member, ready));
        }
        if (!ready.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    side.name() + ": " + ready.getCount() + " connections did not open; " + failure.get());
        }
    }

    private void send(int pair) {
        var connection = connections[pair * 2];
        if (connection != null && sending) {
            var head = "~T" + Long.toHexString(System.nanoTime()) + "~";
            var text = head + FILLER.substring(head.length());
            connection.send(side.message(pair, numbers[pair]++, text));
        }
    }

    private final class Events implements WebSocketLoop.Events {
        private final int pair;
        private final int member;
        private final CountDownLatch ready;
        private boolean isReady;
        private int unacknowledged;

        Events(int pair, int member, CountDownLatch ready) {
            this.pair = pair;
            this.member = member;
            this.ready = ready;
        }

        @Override
        public void opened(WebSocketLoop.Connection connection) {
            connections[pair * 2 + member] = connection;
            var greeting = side.greeting(pair, member);
            if (greeting == null) {
                becomeReady();
            } else {
                connection.send(greeting);
            }
        }

        private void becomeReady() {
            isReady = true;
            ready.countDown();
        }

        @Override
        public void text(WebSocketLoop.Connection connection, ByteBuffer payload) {
            if (!isReady) {
                if (side.ready(payload)) {
                    becomeReady();
                }
                return;
            }
            if (member == 0) {
                if (startsWith(payload, "{\"type\":\"refused\"") || startsWith(payload, "{\"type\":\"error\"")) {
                    fail(StandardCharsets.UTF_8.decode(payload.duplicate()).toString());
                }
                return;
            }
            var sent = sentAt(payload);
            if (sent == 0) {
                return;
            }
            if (measuring) {
                latencies.add(System.nanoTime() - sent);
            }
            if (++unacknowledged == RECEIPT_EVERY) {
                unacknowledged = 0;
                var receipt = side.receipt(pair, payload);
                if (receipt != null) {
                    connection.send(receipt);
                }
            }
            send(pair);
        }

        @Override
        public void closed(WebSocketLoop.Connection connection, String reason) {
            if (sending || !isReady) {
                fail("a connection closed: " + reason);
            }
        }
    }

    private void fail(String reason) {
        failure.compareAndSet(null, reason);
    }

    static boolean startsWith(ByteBuffer payload, String prefix) {
        if (payload.remaining() < prefix.length()) {
            return false;
        }
        for (var i = 0; i < prefix.length(); i++) {
            if (payload.get(payload.position() + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The nanoseconds that the sender wrote into the text; 0 when this frame is no message of the load. */
    private static long sentAt(ByteBuffer payload) {
        var end = payload.limit() - 2;
        for (var at = payload.position(); at < end; at++) {
            if (payload.get(at) == MARK[0] && payload.get(at + 1) == MARK[1]) {
                long value = 0;
                for (var digit = at + 2; digit < payload.limit() && payload.get(digit) != '~'; digit++) {
                    value = value << 4 | Character.digit(payload.get(digit), 16);
                }
                return value;
            }
        }
        return 0;
    }

    /**
     * @param perSecond messages delivered per second
     * @param serverCpu processors used by the server process, 1 = one core
     * @param databaseCpu processors used by its database's processes
     */
    record Result(
            String name,
            int window,
            double perSecond,
            double p50Millis,
            double p99Millis,
            double p999Millis,
            double serverCpu,
            double databaseCpu) {}
}
