package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import dev.parley.e2e.ParleyServer;
import dev.parley.e2e.faults.Finding.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Devices that never read, that read a byte a second, that send the largest frame as fast as they can, that open and close all the time: each
 * is ended, the server's memory stays bounded, and honest neighbours notice little. The same load is measured without them and with them.
 */
final class HostileClients extends Scenario {
    private static final int LAZY = 20;
    private static final int LOUD = 6;
    private static final int FICKLE = 2;
    private static final long LIVE_HEAP_SLACK = 150 << 20;
    private static final String LONG_TEXT = "\u6771".repeat(4_000);
    private static final byte[] LARGEST = RawSocket.frame(
            RawSocket.TEXT,
            ("{\"type\":\"ping\",\"filler\":\"" + "x".repeat((64 << 10) - 40) + "\"}").getBytes(StandardCharsets.UTF_8),
            true);

    private final Map<String, Map<Integer, Integer>> codes = new ConcurrentHashMap<>();
    private static final int CUT = 1006;

    private final AtomicInteger opened = new AtomicInteger();
    private volatile boolean attack;

    @Override
    void run(Plan plan) throws Exception {
        var settings = new ArrayList<>(Crowd.SERVER_SETTINGS);
        settings.removeIf(
                setting -> setting.contains("parley.socket.frame")); // the limits of a server that knows no trials
        var length = plan.length(Duration.ofSeconds(8), Duration.ofSeconds(60));
        try (var server = ParleyServer.start(
                        plan.folder().resolve("server"), Ports.free(), settings.toArray(String[]::new));
                var crowd = Crowd.gather(
                        server.address(),
                        plan.seed(),
                        Crowd.Manners.USUAL
                                .withUsers(8)
                                .withPause(Duration.ofMillis(60))
                                .withoutDrops())) {
            var victim = new Victim(server);
            crowd.talk();
            Pause.of(length.dividedBy(2)); // the first seconds of a server are slower than all others
            var alone = measured(crowd, length);
            var before = Footprint.of(server.pid());
            attack = true;
            var threads = new ArrayList<Thread>();
            victim.start(threads);
            Pause.of(length.dividedBy(4));
            var besieged = measured(crowd, length);
            var during = Footprint.of(server.pid());
            attack = false;
            for (var thread : threads) {
                thread.join(Duration.ofSeconds(60));
                if (thread.isAlive()) {
                    found(Kind.LATE, "a hostile connection was not ended: " + thread.getName());
                }
            }
            crowd.hush();
            var after = Footprint.of(server.pid());
            for (var i = 0; i < 20 && !grown(before, after).isEmpty(); i++) {
                Pause.of(Duration.ofSeconds(
                        2)); // what does not close is cut off after five, files are given back by and by
                after = Footprint.of(server.pid());
            }
            judge(before, during, after);
            found(crowd.book().findings());
            figure("answers without them: " + alone);
            figure("answers with them: %s; p99 grew by %d%%".formatted(besieged, growth(alone, besieged)));
            figure("before: " + before);
            figure("during: " + during);
            figure("after: " + after);
            figure("closed with: " + new TreeMap<>(codes) + "; opened and closed at once: " + opened);
            round();
        }
    }

    private void judge(Footprint before, Footprint during, Footprint after) {
        if (during.heap() > before.heap() + LIVE_HEAP_SLACK) {
            found(Kind.LATE, "the heap grew from " + before + " to " + during);
        }
        grown(before, after).forEach(grown -> found(Kind.LATE, grown));
        expect("never reads", Set.of(4002, CUT));
        expect("a byte a second", Set.of(CUT));
        expect("as fast as it can", Set.of(4001));
        expect("too large", Set.of(1009));
    }

    /** The pool of database connections may have grown to its 24, each a file. */
    private static List<String> grown(Footprint before, Footprint after) {
        return after.grownSince(before, 48 << 20, 20, 54);
    }

    private void expect(String kind, Set<Integer> allowed) {
        var seen = codes.getOrDefault(kind, Map.of());
        if (seen.isEmpty()) {
            found(Kind.LATE, "no connection that " + kind + " was ended");
        }
        seen.keySet().stream()
                .filter(code -> !allowed.contains(code))
                .forEach(code -> found(Kind.DISHONEST, kind + " was closed with " + code));
    }

    private static Book.Spans measured(Crowd crowd, Duration length) {
        var spans = crowd.book().measureAnswers();
        Pause.of(length);
        crowd.book().measureAnswers();
        return spans;
    }

    private static long growth(Book.Spans alone, Book.Spans besieged) {
        var base = Math.max(1, alone.quantile(0.99).toMillis());
        return 100 * (besieged.quantile(0.99).toMillis() - base) / base;
    }

    /** The user whose devices behave so, and a friend who writes to them at length. */
    private final class Victim {
        private final ParleyServer server;
        private final Api user;
        private final Api friend;
        private final String conversation;

        Victim(ParleyServer server) {
            this.server = server;
            user = Api.signUp(server.address(), "lazy.reader", "Lazy");
            friend = Api.signUp(server.address(), "eager.writer", "Eager");
            var id = friend.get("/me").expect(200).path("id").asString();
            var asked = user.post("/contact-requests", Map.of("user", id)).expect(201);
            friend.post("/contact-requests/" + asked.path("id").asString() + "/accept", Map.of())
                    .expect(204);
            conversation =
                    user.get("/conversations").expect(200).at("/items/0/id").asString();
        }

        void start(List<Thread> threads) {
            for (var i = 0; i < LAZY; i++) {
                var reads = i % 2 == 0;
                threads.add(thread(reads ? "a byte a second" : "never reads", () -> lazy(reads)));
            }
            for (var i = 0; i < LOUD; i++) {
                var larger = i == 0;
                threads.add(thread(larger ? "too large" : "as fast as it can", () -> loud(larger)));
            }
            for (var i = 0; i < FICKLE; i++) {
                threads.add(thread("open and close", this::fickle));
            }
            threads.add(thread("half open", this::halfOpen));
            threads.add(thread("writes to the lazy ones", this::write));
        }

        private Thread thread(String name, Task task) {
            return Thread.ofVirtual()
                    .name(name)
                    .start(() -> Pause.endsWithInterrupt(() -> {
                        while (attack) {
                            try {
                                task.run();
                            } catch (IOException refused) {
                                Pause.of(Duration.ofMillis(100)); // not let in now
                            }
                        }
                    }));
        }

        private RawSocket open(int receiveBuffer) throws IOException {
            var ticket = user.post("/socket-tickets", Map.of());
            if (ticket.status() != 201) {
                throw new IOException("no ticket: " + ticket.status());
            }
            return RawSocket.open(server.port(), ticket.json().path("ticket").asString(), receiveBuffer);
        }

        private void lazy(boolean reads) throws IOException {
            try (var socket = open(4_096)) {
                socket.text("{\"type\":\"hello\",\"cursor\":null}");
                while (attack && !isCut(socket)) {
                    if (reads && socket.readByte() < 0) {
                        break;
                    }
                    Pause.of(Duration.ofSeconds(1));
                }
                socket.waitAtMost(Duration.ofSeconds(10));
                if (reads) {
                    socket.drain();
                    note("a byte a second", CUT);
                } else {
                    note("never reads", socket.readToClose(_ -> {}));
                }
            }
        }

        /** Whether the server has cut the connection: then writing fails sooner or later. */
        private static boolean isCut(RawSocket socket) {
            try {
                socket.write(RawSocket.frame(0x8A, new byte[0], true));
                return false;
            } catch (IOException cut) {
                return true;
            }
        }

        private void loud(boolean larger) throws IOException {
            try (var socket = open(0)) {
                socket.text("{\"type\":\"hello\",\"cursor\":null}");
                var frame = larger ? RawSocket.frame(RawSocket.TEXT, new byte[100 << 10], true) : LARGEST;
                var code = new AtomicInteger(1006);
                var reader = Thread.ofVirtual().start(() -> {
                    try {
                        code.set(socket.readToClose(_ -> {}));
                    } catch (IOException gone) {
                        // 1006 then
                    }
                });
                try {
                    while (attack && reader.isAlive()) {
                        socket.write(frame);
                    }
                } catch (IOException ended) {
                    // the reader knows how
                }
                reader.join(Duration.ofSeconds(10));
                if (attack || code.get() != 1006) {
                    note(larger ? "too large" : "as fast as it can", code.get());
                }
            } catch (InterruptedException e) {
                throw new Pause.Interrupted();
            }
        }

        private void fickle() throws IOException {
            open(0).close();
            opened.incrementAndGet();
        }

        /** Connections that never say what they want. */
        private void halfOpen() throws IOException {
            var open = new ArrayList<Socket>();
            try {
                for (var i = 0; i < 100 && attack; i++) {
                    var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                    open.add(socket);
                    socket.getOutputStream()
                            .write("GET /api/v1/socket HTTP/1.1\r\nHost: x\r\nX-".getBytes(StandardCharsets.US_ASCII));
                }
                while (attack) {
                    Pause.of(Duration.ofMillis(100));
                }
            } finally {
                for (var socket : open) {
                    socket.close();
                }
            }
        }

        private void write() {
            friend.post(
                    "/conversations/" + conversation + "/messages",
                    Map.of("body", Map.of("type", "text", "text", LONG_TEXT)),
                    UUID.randomUUID().toString());
            Pause.of(Duration.ofMillis(20));
        }

        private void note(String kind, int code) {
            codes.computeIfAbsent(kind, _ -> new ConcurrentHashMap<>()).merge(code, 1, Integer::sum);
        }
    }

    private interface Task {
        void run() throws IOException;
    }
}
