package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.bench.Figure.Goal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One push message after the other to followers who are all connected, beside a bare loop that writes frames of the same size to as
 * many connections of the relay. The time counts from the HTTP request that releases it, or starts the loop, to each arrival. Then
 * once more while people chat.
 */
final class OnlinePush implements Scenario {
    static final String NAME = "push-online";
    private static final int AT_ONCE = 32;
    private static final int FRAME = 600;
    private static final long PATIENCE_SECONDS = 60;

    /** @param perSecond deliveries per second while there was something to deliver */
    private record Result(double perSecond, double p50Millis, double p99Millis, Load load) {}

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        var followers = options.number("followers", 5_000, 500);
        var times = options.number("releases", 20, 5);
        var bare = options.relay() ? bare(systems.relay(), followers, times) : null;
        systems.stopRelay();
        if (options.parley()) {
            parley(systems, options, followers, times, bare, findings);
        } else if (bare != null) {
            findings.add(Figure.of(NAME, "bare write loop to " + followers, bare.perSecond(), "/s"));
        }
    }

    private static Result bare(RelaySide relay, int count, int times) throws InterruptedException {
        Systems.say("bare write loop to " + count + " …");
        try (var loop = new WebSocketLoop();
                var http = HttpClient.newHttpClient()) {
            var crowd = new Crowd(relay, count, loop);
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + relay.port() + "/write?bytes=" + FRAME))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return crowd.measure(times, number -> {
                try {
                    http.send(request, BodyHandlers.discarding());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static void parley(
            Systems systems, Options options, int followers, int times, @Nullable Result bare, Findings findings)
            throws InterruptedException {
        var server = systems.server();
        var seed = new Seed(server);
        var account = seed.accounts(1).getFirst();
        var people = seed.people(followers);
        seed.follow(people, account);
        seed.execute("analyze");
        var chatting = seed.pairs(options.number("pairs", 200, 50));
        var releasing = Api.bearer(server.address(), account.owner().token());
        var body = Map.of("body", Map.of("type", "text", "text", "Fresh bread. ".repeat(24)));
        try (var loop = new WebSocketLoop()) {
            Systems.say("Parley, push messages to " + followers + " …");
            var crowd = new Crowd(new ParleySide(server, people, List.of()), followers, loop);
            Release release = number -> releasing
                    .post("/accounts/" + account.id() + "/push-messages", body)
                    .expect(201);
            var alone = crowd.measure(times, release);
            var delivered = Figure.of(NAME, "deliveries to " + followers + " online followers", alone.perSecond(), "/s")
                    .noting(String.format(
                            java.util.Locale.ROOT,
                            "from the request to the last arrival; CPU: server %.2f, database %.2f, generator %.2f",
                            alone.load().server(),
                            alone.load().database(),
                            alone.load().generator()));
            var late = Figure.of(NAME, "release to arrival, p99", alone.p99Millis(), "ms")
                    .to(Goal.atMost(150));
            if (bare != null) {
                delivered = delivered.to(Goal.atLeast(bare.perSecond())).beside("bare write loop", bare.perSecond());
                late = late.beside("bare write loop", bare.p99Millis());
            }
            findings.add(delivered);
            findings.add(late);
            whileChatting(crowd, release, chatting, options, findings);
        }
    }

    private static void whileChatting(Crowd crowd, Release release, Side chatting, Options options, Findings findings)
            throws InterruptedException {
        var chatters = options.number("pairs", 200, 50);
        var seconds = options.number("push-seconds", 8, 3);
        try (var chat = OpenLoop.open(chatting, chatters)) {
            var calm = chat.run(1_000, 1, seconds);
            var done = new CountDownLatch(1);
            var pushing = Thread.ofVirtual().start(() -> {
                try {
                    while (!done.await(200, TimeUnit.MILLISECONDS)) {
                        crowd.measure(1, release);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var busy = chat.run(1_000, 1, seconds);
            done.countDown();
            pushing.join();
            findings.add(Figure.of(NAME, "chat p99 at 1,000/s meanwhile", busy.p99Millis(), "ms")
                    .to(Goal.atMost(50))
                    .beside("without push messages", calm.p99Millis()));
        }
    }

    /** Starts one round of deliveries. */
    private interface Release {
        void start(int number) throws InterruptedException;
    }

    /** Everybody who is connected and counts what arrives. */
    private static final class Crowd {
        private final Side side;
        private final WebSocketLoop loop;
        private final int size;
        private final Latencies latencies = new Latencies();
        private CountDownLatch arrived = new CountDownLatch(0);
        private long started;
        private long last;

        Crowd(Side side, int size, WebSocketLoop loop) throws InterruptedException {
            this.side = side;
            this.loop = loop;
            this.size = size;
            var clients = new ArrayList<Client>();
            for (var number = 0; number < size; number++) {
                clients.add(new Follower(side, number));
            }
            Client.openAll(loop, clients, AT_ONCE);
        }

        Result measure(int times, Release release) throws InterruptedException {
            for (var warmUp = 0; warmUp < Math.min(5, times / 2); warmUp++) {
                once(release, warmUp);
            }
            loop.executeAndWait(latencies::clear);
            var before = Load.now(side);
            long busy = 0;
            for (var number = 0; number < times; number++) {
                busy += once(release, number);
            }
            var load = Load.now(side).since(before);
            return new Result(
                    (double) size * times / (busy / 1e9),
                    latencies.quantileMillis(0.5),
                    latencies.quantileMillis(0.99),
                    load);
        }

        /** The nanoseconds until the last one has it. */
        private long once(Release release, int number) throws InterruptedException {
            var everybody = new CountDownLatch(size);
            loop.executeAndWait(() -> {
                arrived = everybody;
                started = System.nanoTime();
            });
            release.start(number);
            if (!everybody.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        side.name() + ": " + everybody.getCount() + " of " + size + " followers got no push message");
            }
            return last - started;
        }

        private final class Follower extends Client {
            Follower(Side side, int number) {
                super(side, number);
            }

            @Override
            void live(ByteBuffer payload) {
                if (Frames.isMessage(payload) || payload.get(payload.position()) == 'x') {
                    last = System.nanoTime();
                    latencies.add(last - started);
                    arrived.countDown();
                }
            }
        }
    }
}
