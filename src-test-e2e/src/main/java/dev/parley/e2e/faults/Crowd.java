package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** People who know each other in a ring of pairs, with two devices each, and talk as long as they are told to. */
final class Crowd implements AutoCloseable {
    /** A person. @param tokens one for each device */
    record User(String id, String handle, List<String> tokens, List<String> conversations) {}

    /** How they behave. @param pause between two acts of a device, on average @param answerWithin an answer that takes longer is a finding */
    record Manners(int users, Duration pause, Duration retryWithin, Duration answerWithin, boolean dropsConnections) {
        static final Manners USUAL =
                new Manners(12, Duration.ofMillis(40), Duration.ofMillis(400), Duration.ofSeconds(25), true);

        Manners withUsers(int number) {
            return new Manners(number, pause, retryWithin, answerWithin, dropsConnections);
        }

        Manners withPause(Duration length) {
            return new Manners(users, length, retryWithin, answerWithin, dropsConnections);
        }

        Manners withRetries(Duration within) {
            return new Manners(users, pause, within, answerWithin, dropsConnections);
        }

        Manners withoutDrops() {
            return new Manners(users, pause, retryWithin, answerWithin, false);
        }
    }

    /** What every server needs so that a crowd on one address is not taken for an attack. */
    static final List<String> SERVER_SETTINGS = List.of(
            "--parley.rate-limits.enabled=false",
            "--parley.socket.frames-per-second=1000",
            "--parley.socket.frame-burst=2000",
            "--parley.delivery.too-far-behind=10000000",
            "--parley.socket.heartbeat-interval=5s",
            "--parley.identity.password-memory=1MB",
            "--parley.identity.password-passes=1");

    private final Book book = new Book();
    private final Manners manners;
    private final IntFunction<URI> nodes;
    private final Door door;
    private final List<User> users = new ArrayList<>();
    private final List<ChattyDevice> devices = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;
    private volatile boolean talking;

    private Crowd(IntFunction<URI> nodes, Manners manners) {
        this.nodes = nodes;
        this.manners = manners;
        this.door = new Door(book, manners.answerWithin());
    }

    /** Signs everybody up at a server that is well, makes them contacts, and connects all devices. */
    static Crowd gather(URI server, long seed, Manners manners) {
        return gather(_ -> server, seed, manners);
    }

    /** As {@link #gather(URI, long, Manners)}, on several nodes; a device that loses one asks for the next number. */
    static Crowd gather(IntFunction<URI> nodes, long seed, Manners manners) {
        var crowd = new Crowd(nodes, manners);
        var server = nodes.apply(0);
        for (var i = 0; i < manners.users(); i++) {
            crowd.users.add(signUp(server, "u" + Long.toUnsignedString(seed, 36) + "." + i));
        }
        for (var i = 0; i < manners.users(); i++) {
            crowd.befriend(server, crowd.users.get(i), crowd.users.get((i + 1) % manners.users()));
        }
        var random = new Random(seed);
        for (var user : crowd.users) {
            for (var i = 0; i < user.tokens().size(); i++) {
                crowd.devices.add(
                        new ChattyDevice(crowd, user, "d" + i, user.tokens().get(i), new Random(random.nextLong())));
            }
        }
        crowd.devices.forEach(
                device -> crowd.threads.add(Thread.ofVirtual().start(() -> Pause.endsWithInterrupt(device))));
        crowd.await(
                "all devices are connected",
                Duration.ofSeconds(60),
                () -> crowd.devices.stream().allMatch(ChattyDevice::isSettled));
        return crowd;
    }

    Book book() {
        return book;
    }

    Door door() {
        return door;
    }

    List<User> users() {
        return users;
    }

    boolean isOpen() {
        return open;
    }

    boolean isTalking() {
        return talking;
    }

    boolean dropsConnections() {
        return manners.dropsConnections();
    }

    Duration pause() {
        return manners.pause();
    }

    Duration retryWithin() {
        return manners.retryWithin();
    }

    Duration answerWithin() {
        return manners.answerWithin();
    }

    URI address(int node) {
        return nodes.apply(node);
    }

    /** Reads by REST too, all the time: each answer is the right one or an honest refusal. */
    void probe() {
        threads.add(Thread.ofVirtual()
                .start(() -> Pause.endsWithInterrupt(() -> {
                    var user = users.getFirst();
                    for (var i = 0; open; i++) {
                        var path = List.of("/me", "/conversations", "/contacts", "/follows")
                                .get(i % 4);
                        try {
                            var reply = door.get(address(0), path, user.tokens().getFirst());
                            if (reply.status() != 200 && !reply.isUnavailable()) {
                                book.found(Finding.Kind.DISHONEST, "GET " + path + " answered " + reply);
                            }
                        } catch (Door.Unanswered noServer) {
                            // the scenario may have killed it
                        }
                        Pause.of(Duration.ofMillis(100));
                    }
                })));
    }

    /** Everybody begins to write. */
    void talk() {
        talking = true;
    }

    /** Nobody writes anything new; what is unanswered is still sent again. */
    void hush() {
        talking = false;
    }

    /** Waits until so many more messages than now have been acknowledged: the server is at work. */
    void awaitAcknowledged(int more, Duration longest) {
        var before = book.acknowledged().size();
        await(
                more + " more acknowledgements",
                longest,
                () -> book.acknowledged().size() >= before + more);
    }

    /**
     * Lets everybody fall silent, waits until everything is answered and has been shown, and checks. What does not come to rest within the
     * time is a finding.
     */
    List<Finding> settleAndCheck(Connector database, Duration longest) throws SQLException {
        hush();
        try {
            await("everything is answered", longest, () -> devices.stream().allMatch(ChattyDevice::isSettled));
        } catch (IllegalStateException e) {
            book.found(Finding.Kind.LATE, String.valueOf(e.getMessage()));
        }
        try (var connection = database.connect()) {
            var stored = Stored.read(connection);
            var counts = stored.messages().stream()
                    .collect(Collectors.groupingBy(Stored.Message::conversation, Collectors.counting()));
            try {
                await(
                        "everything is shown",
                        longest,
                        () -> devices.stream()
                                .allMatch(device -> device.screen().count() >= expected(device, counts)));
            } catch (IllegalStateException e) {
                book.found(Finding.Kind.LATE, String.valueOf(e.getMessage()));
            }
            return Checker.check(book, Stored.read(connection));
        }
    }

    /** How to reach the database. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    @Override
    public void close() {
        open = false;
        devices.forEach(ChattyDevice::leave);
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private long expected(ChattyDevice device, Map<String, Long> counts) {
        return book.members().entrySet().stream()
                .filter(each -> each.getValue().contains(device.screen().user()))
                .mapToLong(each -> counts.getOrDefault(each.getKey(), 0L))
                .sum();
    }

    private void await(String what, Duration longest, java.util.function.BooleanSupplier reached) {
        var deadline = System.nanoTime() + longest.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + longest + ": " + what + "; "
                        + devices.stream()
                                .filter(device -> !device.isSettled())
                                .map(ChattyDevice::state)
                                .limit(5)
                                .toList());
            }
            Pause.of(Duration.ofMillis(20));
        }
    }

    private static User signUp(URI server, String handle) {
        var nobody = Api.nobody(server);
        var first = nobody.post(
                        "/users",
                        Map.of("handle", handle, "name", handle, "password", Api.PASSWORD, "transport", "bearer"))
                .expect(201);
        var second = nobody.post("/sessions", Map.of("handle", handle, "password", Api.PASSWORD, "transport", "bearer"))
                .expect(201);
        return new User(id(first), handle, List.of(token(first), token(second)), new ArrayList<>());
    }

    private static String id(JsonNode session) {
        return session.at("/me/id").asString();
    }

    private static String token(JsonNode session) {
        return session.path("token").asString();
    }

    private void befriend(URI server, User one, User other) {
        try {
            var request = door.post(server, "/contact-requests", one.tokens().getFirst(), Map.of("user", other.id()));
            if (request.status() != 201) {
                throw new IllegalStateException("no contact request: " + request);
            }
            var accepted = door.post(
                    server,
                    "/contact-requests/" + request.body().path("id").asString() + "/accept",
                    other.tokens().getFirst(),
                    Map.of());
            if (accepted.status() != 204) {
                throw new IllegalStateException("not accepted: " + accepted);
            }
            var conversation = conversation(server, one, other);
            one.conversations().add(conversation);
            other.conversations().add(conversation);
            book.conversation(conversation, one.id(), other.id());
        } catch (Door.Unanswered e) {
            throw new IllegalStateException(e);
        }
    }

    private String conversation(URI server, User one, User other) throws Door.Unanswered {
        for (var item : door.get(server, "/conversations", one.tokens().getFirst())
                .body()
                .path("items")) {
            if (item.at("/party/id").asString().equals(other.id())) {
                return item.path("id").asString();
            }
        }
        throw new IllegalStateException("no conversation of " + one + " and " + other);
    }
}
