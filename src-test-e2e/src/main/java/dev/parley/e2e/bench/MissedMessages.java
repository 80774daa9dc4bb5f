package dev.parley.e2e.bench;

import dev.parley.e2e.bench.Figure.Goal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Devices that were away while 200 accounts they follow released 1,000 push messages: the time from hello to synced, one device after
 * the other. Beside it as many frames of the same size from the relay.
 */
final class MissedMessages implements Scenario {
    static final String NAME = "sync";

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        var accounts = options.number("accounts", 200, 40);
        var missed = options.number("missed", 1_000, 200);
        var times = options.number("syncs", 200, 20);
        @Nullable Latencies relay = null;
        if (options.relay()) {
            var burst = "burst " + missed + " 850";
            relay = measure(systems.relay(), times, burst, "0", missed);
            systems.stopRelay();
        }
        if (!options.parley()) {
            return;
        }
        var server = systems.server();
        var seed = new Seed(server);
        var shops = seed.accounts(accounts);
        var people = seed.people(10);
        shops.forEach(shop -> seed.follow(people, shop));
        var before = "0." + seed.count("select coalesce(max(sequence), 0) from push_message");
        seed.released(shops, missed / accounts);
        seed.execute("analyze");
        var parley = measure(new ParleySide(server, people, List.of()), times, null, before, missed);
        var middle = Figure.of(
                NAME,
                "hello to synced, " + missed + " missed of " + accounts + " accounts, p50",
                parley.quantileMillis(0.5),
                "ms");
        var late = Figure.of(
                        NAME,
                        "hello to synced, " + missed + " missed of " + accounts + " accounts, p95",
                        parley.quantileMillis(0.95),
                        "ms")
                .to(Goal.atMost(100));
        findings.add(relay == null ? middle : middle.beside("as many frames", relay.quantileMillis(0.5)));
        findings.add(relay == null ? late : late.beside("as many frames", relay.quantileMillis(0.95)));
    }

    private static Latencies measure(Side side, int times, @Nullable String burst, String cursor, int missed)
            throws InterruptedException {
        Systems.say(side.name() + ", " + missed + " missed messages …");
        var latencies = new Latencies();
        try (var loop = new WebSocketLoop()) {
            for (var time = -times / 4; time < times; time++) { // the first ones warm up
                var device = new Device(side, Math.floorMod(time, 10), burst, missed);
                device.goOnFrom(cursor);
                device.open(loop);
                var took = device.await();
                loop.executeAndWait(device::cut);
                if (time >= 0) {
                    latencies.add(took);
                }
            }
        }
        return latencies;
    }

    private static final class Device extends Client {
        private final @Nullable String burst;
        private final int expected;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile long started;
        private volatile long took;
        private int got;

        Device(Side side, int number, @Nullable String burst, int expected) {
            super(side, number);
            this.burst = burst;
            this.expected = expected;
        }

        long await() throws InterruptedException {
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a device was not synced, it got " + got + " of " + expected);
            }
            if (got != expected) {
                throw new IllegalStateException("a device got " + got + " of " + expected + " messages");
            }
            return took;
        }

        @Override
        void greets() {
            started = System.nanoTime();
        }

        @Override
        void missed(ByteBuffer payload) {
            if (Frames.isMessage(payload)) {
                got++;
            }
        }

        @Override
        void becameReady() {
            if (burst == null) {
                end();
            } else {
                started = System.nanoTime();
                send(burst.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }

        @Override
        void live(ByteBuffer payload) {
            if (burst != null) {
                if (Frames.startsWith(payload, "end")) {
                    end();
                } else {
                    got++;
                }
            }
        }

        private void end() {
            took = System.nanoTime() - started;
            done.countDown();
        }
    }
}
