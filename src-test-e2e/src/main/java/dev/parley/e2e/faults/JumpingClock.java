package dev.parley.e2e.faults;

import com.sun.net.httpserver.HttpServer;
import dev.parley.e2e.Api;
import dev.parley.e2e.FirstOperator;
import dev.parley.e2e.ParleyServer;
import dev.parley.e2e.faults.Finding.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock jumps an hour forward and back while everybody writes, under the server and under PostgreSQL alike. The order stays, and
 * timed work (the calls to a company's own system, of which each first try fails and is due again later) is done once.
 */
final class JumpingClock extends Scenario {
    private static final List<Integer> HOURS = List.of(1, 0, -1, 0, 1, -1);

    /** Per call, by its {@code webhook-id}: how often it was tried, and how often it was taken. */
    private final Map<String, int[]> calls = new ConcurrentHashMap<>();

    private final Map<String, String> followers = new ConcurrentHashMap<>();

    @Override
    String missing() {
        return library() == null ? "The jumping clock needs libfaketime (Debian's package faketime)." : "";
    }

    @Override
    void run(Plan plan) throws Exception {
        var offset = plan.folder().resolve("clock");
        turn(offset, 0);
        var environment = new HashMap<>(plan.environment());
        environment.putAll(Map.of(
                "LD_PRELOAD", String.valueOf(library()),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1"));
        var receiver = receiver();
        var settings = new ArrayList<>(Crowd.SERVER_SETTINGS);
        settings.add("--parley.webhook.allowed-addresses=127.0.0.1");
        var rounds = plan.rounds(HOURS.size() / 2, 60);
        try (var database = Postgres.create(
                plan.folder().resolve("postgresql"), plan.folder().resolve("postgresql.log"), environment)) {
            settings.add("--parley.database.url=" + database.url());
            try (var server = ParleyServer.start(
                            plan.folder().resolve("server"),
                            Ports.free(),
                            environment,
                            settings.toArray(String[]::new));
                    var crowd = Crowd.gather(server.address(), plan.seed(), Crowd.Manners.USUAL.withUsers(8))) {
                var account = account(server, receiver.getAddress().getPort());
                crowd.talk();
                var expected = 0;
                for (var i = 0; i < rounds; i++) {
                    turn(offset, HOURS.get(i % HOURS.size()));
                    Pause.of(plan.length(Duration.ofSeconds(2), Duration.ofSeconds(5)));
                    Api.signUp(server.address(), "follower." + i, "Follower")
                            .put("/follows/" + account, Map.of("source", "search"));
                    expected++;
                    crowd.awaitAcknowledged(20, Duration.ofSeconds(30));
                    round();
                }
                turn(offset, 24); // whatever was put off at any of these times is due now
                awaitCalls(expected);
                judge(expected);
                found(crowd.settleAndCheck(database::connect, Duration.ofSeconds(60)));
                figure(crowd.book().tally());
                figure(
                        "%d calls to the company's system, each refused once and taken once, over clocks from -1 to +24 hours"
                                .formatted(calls.size()));
            }
        } finally {
            receiver.stop(0);
        }
    }

    private void awaitCalls(int expected) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline
                && calls.values().stream().filter(call -> call[1] > 0).count() < expected) {
            Pause.of(Duration.ofMillis(100));
        }
        Pause.of(Duration.ofSeconds(2)); // one that is made twice would come now
    }

    private void judge(int expected) {
        if (followers.size() != expected || calls.size() != expected) {
            found(
                    Kind.LOST,
                    "%d follows, %d followers told, in %d calls".formatted(expected, followers.size(), calls.size()));
        }
        calls.forEach((id, call) -> {
            if (call[1] != 1) {
                found(call[1] == 0 ? Kind.LATE : Kind.TWICE, "call %s was taken %d times".formatted(id, call[1]));
            }
        });
    }

    /** Refuses each call the first time, so that it becomes timed work. */
    private HttpServer receiver() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 50);
        server.createContext("/", exchange -> {
            var event = Api.JSON.readTree(exchange.getRequestBody().readAllBytes());
            var call = calls.computeIfAbsent(
                    String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")), _ -> new int[2]);
            int answer;
            synchronized (call) {
                answer = call[0]++ == 0 ? 503 : 200;
                if (answer == 200) {
                    call[1]++;
                }
            }
            followers.put(event.at("/data/followerId").asString(), "told");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String account(ParleyServer server, int receiver) {
        var operator = FirstOperator.setUp(server);
        var owner = Api.signUp(server.address(), "edda.owner", "Edda");
        var account = owner.post(
                        "/accounts",
                        Map.of("name", "Bakery", "handle", "bakery", "category", "food", "description", "Bread"))
                .expect(201)
                .path("id")
                .asString();
        operator.post(
                        "/operator/accounts/" + account + "/verification",
                        Map.of("decision", "approve", "reason", "the register entry was seen"))
                .expect(200);
        owner.post(
                        "/accounts/" + account + "/webhook-endpoints",
                        Map.of("url", "http://127.0.0.1:" + receiver + "/", "events", List.of("follow.started")))
                .expect(201);
        return account;
    }

    private static void turn(Path offset, int hours) throws IOException {
        var next = offset.resolveSibling("clock.next");
        Files.writeString(next, (hours < 0 ? "-" : "+") + 3_600L * Math.abs(hours) + "\n");
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static @Nullable Path library() {
        for (var folder : List.of("x86_64-linux-gnu", "aarch64-linux-gnu")) {
            var library = Path.of("/usr/lib", folder, "faketime/libfaketimeMT.so.1");
            if (Files.exists(library)) {
                return library;
            }
        }
        return null;
    }
}
