package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.bench.Figure.Goal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * All connections break at the same moment. Each device does what the protocol page asks of it: it waits a random part of a pause
 * that grows with each try, or as long as the server asks for and up to a second more, fetches a ticket, connects, and says hello with its cursor.
 * While nobody is connected a push message is released that all of them follow, so that everybody has missed something: caught up
 * is who has it, once, and is told to be synced.
 */
final class ReconnectStorm implements Scenario {
    static final String NAME = "storm";
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);
    private static final long SPREAD = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_SECONDS = 120;
    private static final int AT_ONCE = 32;

    private final Random random = new Random(18_000);
    private final Latencies caughtUpAfter = new Latencies();
    private final Map<String, Integer> refusals = new HashMap<>();
    private final Map<String, Integer> errors = new HashMap<>();
    private CountDownLatch caughtUp = new CountDownLatch(0);
    private long broken;
    private int twice;
    private boolean storming;

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        if (!options.parley()) {
            return;
        }
        var count = options.number("storm", 18_000, 1_500);
        var server = systems.server();
        var seed = new Seed(server);
        var account = seed.accounts(1).getFirst();
        var people = seed.people(count);
        seed.follow(people, account);
        seed.execute("analyze");
        var side = new ParleySide(server, people, List.of());
        var devices = new ArrayList<Device>();
        try (var loop = new WebSocketLoop()) {
            for (var number = 0; number < count; number++) {
                devices.add(new Device(side, number, loop));
            }
            Systems.say("storm: connecting " + count + " …");
            Client.openAll(loop, devices, AT_ONCE);
            caughtUp = new CountDownLatch(count);
            loop.executeAndWait(() -> {
                storming = true;
                devices.forEach(Client::cut);
            });
            Api.bearer(server.address(), account.owner().token())
                    .post(
                            "/accounts/" + account.id() + "/push-messages",
                            Map.of("body", Map.of("type", "text", "text", "Fresh bread")))
                    .expect(201);
            Systems.say("storm: all are cut off …");
            var before = Load.now(side);
            loop.executeAndWait(() -> {
                broken = System.nanoTime();
                devices.forEach(Device::lost);
            });
            var all = caughtUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var load = Load.now(side).since(before);
            loop.executeAndWait(() -> report(count, all, load, findings));
        }
    }

    private void report(int count, boolean all, Load load, Findings findings) {
        findings.add(Figure.of(
                        NAME,
                        count + " reconnect at once: last caught up",
                        all ? caughtUpAfter.mostMillis() / 1000 : PATIENCE_SECONDS,
                        "s")
                .to(Goal.atMost(30))
                .noting(String.format(
                        java.util.Locale.ROOT,
                        "half of them after %.1f s; %s asked to wait; CPU: server %.2f, database %.2f, generator %.2f",
                        caughtUpAfter.quantileMillis(0.5) / 1000,
                        refusals.isEmpty() ? "nobody" : refusals.toString(),
                        load.server(),
                        load.database(),
                        load.generator())));
        findings.add(Figure.of(
                        NAME,
                        "errors, and messages lost or shown twice",
                        errors.values().stream().mapToInt(each -> each).sum() + twice + caughtUp.getCount(),
                        "")
                .to(Goal.atMost(0))
                .noting(errors.isEmpty() ? "" : errors.toString()));
    }

    private final class Device extends Client {
        private final WebSocketLoop loop;
        private int attempts;
        private int got;

        Device(Side side, int number, WebSocketLoop loop) {
            super(side, number);
            this.loop = loop;
        }

        void lost() {
            again(0);
        }

        private void again(int atLeastSeconds) {
            var ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempts++, 6));
            var pause = ceiling / 2 + random.nextLong(ceiling / 2);
            var asked = TimeUnit.SECONDS.toNanos(atLeastSeconds);
            loop.after(asked == 0 ? pause : asked + random.nextLong(SPREAD), () -> open(loop));
        }

        @Override
        public void closed(WebSocketLoop.Refusal reason) {
            if (!storming) {
                throw new IllegalStateException("a device was refused: " + reason);
            }
            var askedToWait = reason.status() == 503 || reason.status() == 429 || reason.status() == 1013;
            (askedToWait ? refusals : errors)
                    .merge(
                            askedToWait ? "" + reason.status() : reason.status() + " " + start(reason.text()),
                            1,
                            Integer::sum);
            again(reason.retryAfterSeconds());
        }

        private static String start(String text) {
            return text.substring(0, Math.min(80, text.length())).replaceAll("\\s+", " ");
        }

        @Override
        void greeted(ByteBuffer payload) {
            goOnFrom(Frames.field(Frames.text(payload), "cursor"));
        }

        @Override
        void missed(ByteBuffer payload) {
            count(payload);
        }

        @Override
        void live(ByteBuffer payload) {
            count(payload);
        }

        @Override
        void becameReady() {
            if (storming) {
                if (got == 1) {
                    caughtUpAfter.add(System.nanoTime() - broken);
                    caughtUp.countDown();
                } else {
                    errors.merge("synced with " + got + " messages", 1, Integer::sum);
                }
            }
        }

        private void count(ByteBuffer payload) {
            if (Frames.isMessage(payload) && ++got > 1) {
                twice++;
            }
        }
    }
}
