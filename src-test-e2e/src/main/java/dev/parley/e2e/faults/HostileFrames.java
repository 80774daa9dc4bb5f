package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import dev.parley.e2e.ParleyServer;
import dev.parley.e2e.faults.Finding.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Frames that no honest client sends, many at once and fast: the server answers or closes, never breaks, and keeps nothing of it. */
final class HostileFrames extends Scenario {
    private static final int PER_CONNECTION = 200;
    private static final int AT_ONCE = 8;
    private static final Path EXAMPLES = Path.of("../docs/protocol/examples/socket");
    private static final List<Integer> EXPECTED_CODES =
            List.of(1000, 1002, 1003, 1005, 1006, 1007, 1009, 4001, 4003, 4005);

    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> codes = new ConcurrentHashMap<>();

    @Override
    void run(Plan plan) throws Exception {
        var frames = plan.rounds(20_000, 1_000_000);
        var settings = new ArrayList<>(Crowd.SERVER_SETTINGS);
        settings.removeIf(setting -> setting.contains("parley.socket.frame"));
        settings.add("--parley.socket.frames-per-second=1000000");
        settings.add("--parley.socket.frame-burst=1000000");
        try (var server = ParleyServer.start(
                        plan.folder().resolve("server"),
                        Ports.free(),
                        plan.environment(),
                        settings.toArray(String[]::new));
                var crowd = Crowd.gather(
                        server.address(),
                        plan.seed(),
                        Crowd.Manners.USUAL.withUsers(4).withoutDrops())) {
            crowd.talk();
            send(plan.seed(), Math.max(2_000, frames / 10), server, crowd); // what is made once has been made
            var before = Footprint.of(server.pid());
            answers.clear();
            send(plan.seed() + 1, frames, server, crowd);
            var after = Footprint.of(server.pid());
            after.grownSince(before, 32 << 20, 10, 10).forEach(grown -> found(Kind.LATE, grown));
            rounds(frames);
            crowd.hush();
            found(crowd.book().findings());
            figure("before: " + before);
            figure("after: " + after);
            figure("answers: " + new TreeMap<>(answers));
            figure("closed with: " + new TreeMap<>(codes));
            figure("honest neighbours meanwhile: " + crowd.book().tally());
        }
    }

    private void send(long seed, int frames, ParleyServer server, Crowd crowd) throws Exception {
        var honest = examples();
        var left = new AtomicInteger(frames);
        var random = new Random(seed);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE; i++) {
                var mine = new Random(random.nextLong());
                var user = crowd.users().get(i % 2); // the other half stays among itself
                var nonsense = new Nonsense(mine, ids(crowd));
                threads.submit(() -> {
                    while (left.get() > 0) {
                        left.addAndGet(-connection(server, crowd, user, honest, nonsense, mine));
                    }
                    return null;
                });
            }
        }
        if (left.get() > 0) {
            found(Kind.LATE, "%,d of the frames were not sent".formatted(left.get()));
        }
    }

    /** Sends until the server closes or it has been enough; returns how many frames those were. */
    private int connection(
            ParleyServer server, Crowd crowd, Crowd.User user, List<JsonNode> honest, Nonsense nonsense, Random random)
            throws IOException {
        var ticket = crowd.door()
                .post(server.address(), "/socket-tickets", user.tokens().getFirst(), Map.of());
        var sent = 0;
        try (var socket =
                RawSocket.open(server.port(), ticket.body().path("ticket").asString(), 0)) {
            var reader = Thread.ofVirtual().start(() -> read(socket));
            try {
                if (random.nextInt(50) > 0) {
                    socket.text("{\"type\":\"hello\",\"cursor\":null}");
                }
                while (sent < PER_CONNECTION && reader.isAlive()) {
                    socket.write(frame(honest, nonsense, random));
                    sent++;
                }
                socket.write(RawSocket.frame(0x88, new byte[] {3, (byte) 0xE8}, true)); // close 1000
            } catch (IOException closed) {
                // the server has had enough of it, as it may
            }
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sent;
    }

    private static byte[] frame(List<JsonNode> honest, Nonsense nonsense, Random random) {
        var example = nonsense.pick(honest);
        while (example.path("type").asString().equals("hello") && random.nextInt(50) > 0) {
            example = nonsense.pick(honest); // a second one ends the connection
        }
        var text = nonsense.changed(example).getBytes(StandardCharsets.UTF_8);
        var dice = random.nextInt(2_000);
        if (dice < 1_985) {
            return RawSocket.frame(RawSocket.TEXT, text, true);
        }
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> RawSocket.frame(RawSocket.BINARY, text, true);
            case 3, 4 -> RawSocket.frame(RawSocket.PING, new byte[random.nextInt(126)], true);
            case 5 -> RawSocket.frame(RawSocket.TEXT, new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xFF}, true);
            case 6 ->
                RawSocket.frame(
                        RawSocket.TEXT, "{\"type\":\"ping\"".repeat(6_000).getBytes(StandardCharsets.UTF_8), true);
            case 7 -> RawSocket.frame(0x01, text, true); // the first part of a message whose rest does not come
            case 8 -> RawSocket.frame(0xF1, text, true); // bits of extensions that nobody asked for
            case 9 -> RawSocket.frame(0x83 + random.nextInt(5), text, true); // no such kind of frame
            case 10 -> RawSocket.frame(RawSocket.TEXT, text, false); // not masked
            default ->
                new byte[] {(byte) 0x81, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0}; // 2^63-1 bytes
        };
    }

    private void read(RawSocket socket) {
        try {
            socket.waitAtMost(Duration.ofSeconds(60));
            var code = socket.readToClose(this::note);
            codes.merge(code, 1, Integer::sum);
            if (!EXPECTED_CODES.contains(code)) {
                found(Kind.DISHONEST, "closed with " + code);
            }
        } catch (SocketTimeoutException e) {
            found(Kind.LATE, "a connection was neither served nor closed for a minute");
        } catch (IOException gone) {
            codes.merge(1006, 1, Integer::sum);
        }
    }

    private void note(String text) {
        try {
            var frame = Api.JSON.readTree(text);
            var problem = frame.at("/problem/problem").asString("");
            answers.merge(frame.path("type").asString() + (problem.isEmpty() ? "" : " " + problem), 1, Integer::sum);
            if (problem.equals("internal")) {
                found(Kind.DISHONEST, text);
            }
        } catch (JacksonException e) {
            found(Kind.DISHONEST, "no JSON: " + text);
        }
    }

    private static List<JsonNode> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("client."))
                    .sorted()
                    .map(file -> Api.JSON.readTree(file.toFile()))
                    .toList();
        }
    }

    private static List<String> ids(Crowd crowd) {
        var ids = new ArrayList<String>();
        crowd.users().forEach(user -> {
            ids.add(user.id());
            ids.addAll(user.conversations());
        });
        return ids;
    }
}
