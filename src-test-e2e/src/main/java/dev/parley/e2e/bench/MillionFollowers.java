package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.bench.Figure.Goal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A push message to a million followers: how long after its release it is in the sync of a sample of them, who connect one after the
 * other as soon as the release was asked for; and how many rows it wrote, beside an account with ten followers.
 */
final class MillionFollowers implements Scenario {
    static final String NAME = "push-million";
    private static final int SAMPLE = 100;

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        if (!options.parley()) {
            return;
        }
        var followers = options.number("million", 1_000_000, 20_000);
        var server = systems.server();
        var seed = new Seed(server);
        var accounts = seed.accounts(2);
        var many = accounts.get(0);
        var few = accounts.get(1);
        var sample = seed.people(SAMPLE);
        Systems.say("making " + followers + " followers …");
        var start = System.nanoTime();
        seed.follow(sample, many);
        seed.follow(sample.subList(0, 10), few);
        seed.crowd(followers - SAMPLE, many);
        seed.execute("vacuum analyze");
        Systems.say(String.format("… in %.1f s", (System.nanoTime() - start) / 1e9));

        for (var warmUp = 0; warmUp < 5; warmUp++) {
            release(server.address(), few);
        }
        var before = "0." + seed.count("select max(sequence) from push_message");
        var began = System.nanoTime();
        var released = release(server.address(), many);
        var synced = new Latencies();
        try (var loop = new WebSocketLoop()) {
            var devices = new ArrayList<Device>();
            for (var number = 0; number < SAMPLE; number++) {
                var device = new Device(new ParleySide(server, sample, List.of()), number, began, synced);
                device.goOnFrom(before);
                devices.add(device);
            }
            Client.openAll(loop, devices, 8);
            for (var device : devices) {
                if (!device.got.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("a follower did not get the push message");
                }
            }
        }
        findings.add(Figure.of(
                        NAME,
                        "release asked for, to the sync of the last of " + SAMPLE + " of "
                                + String.format("%,d", followers),
                        synced.mostMillis() / 1000,
                        "s")
                .to(Goal.atMost(1))
                .noting(String.format(
                        java.util.Locale.ROOT,
                        "released after %.0f ms, in the first sync after %.0f ms",
                        released / 1e6,
                        synced.quantileMillis(1.0 / SAMPLE))));
        var rowsForFew = rows(seed, server.address(), few);
        var rowsForMany = rows(seed, server.address(), many);
        findings.add(Figure.of(NAME, "rows written by a release", rowsForMany, "")
                .to(Goal.atMost(rowsForFew))
                .beside("with 10 followers", rowsForFew));
    }

    private static long rows(Seed seed, java.net.URI server, Seed.Account account) throws InterruptedException {
        TimeUnit.SECONDS.sleep(1); // what was set off before has come to rest
        var before = seed.rows();
        release(server, account);
        TimeUnit.SECONDS.sleep(1);
        return seed.rows() - before;
    }

    /** Nanoseconds until the release was answered. */
    private static long release(java.net.URI server, Seed.Account account) {
        var start = System.nanoTime();
        Api.bearer(server, account.owner().token())
                .post(
                        "/accounts/" + account.id() + "/push-messages",
                        Map.of("body", Map.of("type", "text", "text", "Fresh bread for everybody")))
                .expect(201);
        return System.nanoTime() - start;
    }

    private static final class Device extends Client {
        private final CountDownLatch got = new CountDownLatch(1);
        private final long began;
        private final Latencies synced;

        Device(Side side, int number, long began, Latencies synced) {
            super(side, number);
            this.began = began;
            this.synced = synced;
        }

        @Override
        void missed(ByteBuffer payload) {
            live(payload);
        }

        @Override
        void live(ByteBuffer payload) {
            if (Frames.isMessage(payload)) {
                synced.add(System.nanoTime() - began);
                got.countDown();
            }
        }
    }
}
