package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Messages at a steady rate, spread over pairs of connections, whether or not the earlier ones have arrived. A latency counts from
 * the time at which the message was due, so that a server that stops for a while does not make its own figures look better.
 */
final class OpenLoop implements AutoCloseable {
    private static final int RECEIPT_EVERY = 16;
    private static final int AT_ONCE = 32;
    private static final long PACE_NANOS = 200_000;

    private final Side side;
    private final WebSocketLoop loop = new WebSocketLoop();
    private final List<Sender> senders = new ArrayList<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Latencies latencies = new Latencies();
    private long measuredFrom = Long.MAX_VALUE;
    private long measuredTo = Long.MAX_VALUE;
    private int turn;

    private OpenLoop(Side side) {
        this.side = side;
    }

    /** Opens the connections of the pairs. */
    static OpenLoop open(Side side, int pairs) throws InterruptedException {
        var open = new OpenLoop(side);
        var clients = new ArrayList<Client>();
        for (var pair = 0; pair < pairs; pair++) {
            var sender = open.new Sender(pair);
            open.senders.add(sender);
            clients.add(sender);
            clients.add(open.new Receiver(pair));
        }
        Client.openAll(open.loop, clients, AT_ONCE);
        return open;
    }

    /** Sends at a rate and says how long the messages took that were due after the warm-up. */
    Result run(int perSecond, double warmUpSeconds, double seconds) throws InterruptedException {
        var start = System.nanoTime() + 1_000_000;
        var from = start + (long) (warmUpSeconds * 1e9);
        var to = from + (long) (seconds * 1e9);
        loop.executeAndWait(() -> {
            latencies.clear();
            measuredFrom = from;
            measuredTo = to;
        });
        var before = Load.now(side);
        pace(perSecond, start, to);
        var load = Load.now(side).since(before);
        TimeUnit.MILLISECONDS.sleep(1_000); // those that are still on their way
        var result = new Result[1];
        loop.executeAndWait(() -> {
            result[0] = new Result(
                    perSecond,
                    latencies.total() / seconds,
                    latencies.quantileMillis(0.5),
                    latencies.quantileMillis(0.99),
                    latencies.quantileMillis(0.999),
                    load);
            measuredFrom = Long.MAX_VALUE;
        });
        if (failure.get() != null) {
            throw new IllegalStateException(side.name() + ": " + failure.get());
        }
        return result[0];
    }

    private void pace(int perSecond, long start, long to) {
        var between = 1e9 / perSecond;
        long sent = 0;
        for (var now = System.nanoTime(); now - to < 0; now = System.nanoTime()) {
            var due = (long) ((now - start) / between) + 1;
            if (now - start >= 0 && due > sent) {
                var first = sent;
                var next = due;
                loop.execute(() -> {
                    for (var number = first; number < next; number++) {
                        senders.get(turn++ % senders.size()).send(start + (long) (number * between));
                    }
                });
                sent = due;
            }
            LockSupport.parkNanos(
                    Math.max(PACE_NANOS / 10, Math.min(PACE_NANOS, start + (long) (sent * between) - now)));
        }
    }

    @Override
    public void close() {
        loop.close();
    }

    private final class Sender extends Client {
        private final MessageFrame messages;

        Sender(int pair) {
            super(side, 2 * pair);
            messages = side.messages(pair);
        }

        void send(long due) {
            send(messages.next(due));
        }

        @Override
        void live(ByteBuffer payload) {
            if (Frames.isRefusal(payload)) {
                var refusal = Frames.text(payload);
                if (!refusal.contains("\"problem\":\"unavailable\"")) { // more than it carries, which the rate shows
                    failure.compareAndSet(null, refusal);
                }
            }
        }
    }

    private final class Receiver extends Client {
        private final int pair;
        private int timeAt;
        private int unacknowledged;

        Receiver(int pair) {
            super(side, 2 * pair + 1);
            this.pair = pair;
        }

        @Override
        void live(ByteBuffer payload) {
            var found = MessageFrame.find(payload, timeAt);
            if (found < 0) {
                return;
            }
            timeAt = found;
            var due = MessageFrame.sentAt(payload, found);
            if (due - measuredFrom >= 0 && due - measuredTo < 0 && measuredFrom != Long.MAX_VALUE) {
                latencies.add(System.nanoTime() - due);
            }
            if (++unacknowledged == RECEIPT_EVERY) {
                unacknowledged = 0;
                var receipt = side.receipt(pair, payload);
                if (receipt != null) {
                    send(receipt);
                }
            }
        }
    }

    /** @param offered messages per second that were sent @param perSecond messages per second that arrived */
    record Result(int offered, double perSecond, double p50Millis, double p99Millis, double p999Millis, Load load) {}
}
