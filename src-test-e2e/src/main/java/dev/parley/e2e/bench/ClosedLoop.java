package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of connections; the first of each keeps {@code window} messages of 100 bytes on their way to the second. A message is
 * delivered when the second has read its frame; that allows the next one. Every sixteenth is acknowledged by a cumulative
 * receipt, and once a second both tell their cursor, as real clients do.
 */
final class ClosedLoop {
    private static final int RECEIPT_EVERY = 16;
    private static final long CURSOR_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int AT_ONCE = 32;

    private final Side side;
    private final int pairs;
    private final long turnNanos;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Latencies latencies = new Latencies();
    private final long[] perPair;
    private final List<Sender> senders = new ArrayList<>();
    private long frames;
    private long bytes;
    private boolean measuring;
    private boolean sending;

    ClosedLoop(Side side, int pairs, long turnNanos) {
        this.side = side;
        this.pairs = pairs;
        this.turnNanos = turnNanos;
        this.perPair = new long[pairs];
    }

    /** Opens the connections, loads for the given seconds after a warm-up of the same window, and closes them again. */
    Result run(int window, int warmUpSeconds, int seconds) throws InterruptedException {
        try (var loop = new WebSocketLoop()) {
            var clients = new ArrayList<Client>();
            for (var pair = 0; pair < pairs; pair++) {
                var sender = new Sender(pair);
                senders.add(sender);
                clients.add(sender);
                clients.add(new Receiver(pair, sender));
            }
            Client.openAll(loop, clients, AT_ONCE);
            loop.turn(turnNanos);
            loop.execute(() -> {
                sending = true;
                for (var i = 0; i < window; i++) {
                    senders.forEach(Sender::sendNext);
                }
            });
            TimeUnit.SECONDS.sleep(warmUpSeconds);
            var before = Load.now(side);
            loop.executeAndWait(() -> {
                latencies.clear();
                Arrays.fill(perPair, 0);
                frames = 0;
                bytes = 0;
                measuring = true;
            });
            var start = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            loop.executeAndWait(() -> measuring = false);
            var elapsed = (System.nanoTime() - start) / 1e9;
            var load = Load.now(side).since(before);
            loop.executeAndWait(() -> sending = false);
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
                    Arrays.stream(perPair).min().orElse(0) / elapsed,
                    Arrays.stream(perPair).max().orElse(0) / elapsed,
                    (double) frames / latencies.total(),
                    (double) bytes / latencies.total(),
                    load);
        }
    }

    private void fail(String reason) {
        failure.compareAndSet(null, reason);
    }

    private abstract class Member extends Client {
        private int timeAt;
        private long cursorTold = System.nanoTime();

        Member(int number) {
            super(side, number);
        }

        @Override
        final void live(ByteBuffer payload) {
            if (measuring) {
                frames++;
                bytes += payload.remaining();
            }
            if (Frames.isRefusal(payload)) {
                fail(Frames.text(payload));
                return;
            }
            if (isAnswer(payload)) {
                return;
            }
            var found = MessageFrame.find(payload, timeAt);
            if (found < 0) {
                return;
            }
            timeAt = found;
            var now = System.nanoTime();
            if (now - cursorTold > CURSOR_EVERY_NANOS) {
                cursorTold = now;
                var cursor = side.cursor(payload);
                if (cursor != null) {
                    send(cursor);
                }
            }
            message(payload, now - MessageFrame.sentAt(payload, found));
        }

        /** Such a frame carries the message again, but no cursor. */
        private static boolean isAnswer(ByteBuffer payload) {
            return Frames.startsWith(payload, "{\"type\":\"acknowledged\"");
        }

        abstract void message(ByteBuffer payload, long age);

        @Override
        public void closed(WebSocketLoop.Refusal reason) {
            fail("a connection was closed: " + reason);
        }
    }

    private final class Sender extends Member {
        private final MessageFrame messages;

        Sender(int pair) {
            super(2 * pair);
            messages = side.messages(pair);
        }

        void sendNext() {
            if (sending) {
                send(messages.next(System.nanoTime()));
            }
        }

        @Override
        void message(ByteBuffer payload, long age) {
            // its own message, which every device of a user gets
        }
    }

    private final class Receiver extends Member {
        private final int pair;
        private final Sender sender;
        private int unacknowledged;

        Receiver(int pair, Sender sender) {
            super(2 * pair + 1);
            this.pair = pair;
            this.sender = sender;
        }

        @Override
        void message(ByteBuffer payload, long age) {
            if (measuring) {
                latencies.add(age);
                perPair[pair]++;
            }
            if (++unacknowledged == RECEIPT_EVERY) {
                unacknowledged = 0;
                var receipt = side.receipt(pair, payload);
                if (receipt != null) {
                    send(receipt);
                }
            }
            sender.sendNext();
        }
    }

    /**
     * @param perSecond messages delivered per second
     * @param slowest messages per second of the pair with the fewest
     * @param fastest messages per second of the pair with the most
     * @param frames frames from the server for each message delivered: the message, answers, receipts
     * @param bytes their bytes
     */
    record Result(
            String name,
            int window,
            double perSecond,
            double p50Millis,
            double p99Millis,
            double p999Millis,
            double slowest,
            double fastest,
            double frames,
            double bytes,
            Load load) {}
}
