package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Three server processes on one PostgreSQL and one NATS: to the people it is one server. */
class NodesTests {
    @TempDir
    static @Nullable Path folder;

    private static @Nullable Cluster started;

    @BeforeAll
    static void startThreeNodes() {
        started = Cluster.start(
                Objects.requireNonNull(folder),
                3,
                "--parley.socket.offline-after=300ms",
                "--parley.delivery.node-silence=3s",
                "--parley.socket.session-check=2s",
                "--parley.socket.drain=1s");
    }

    @AfterAll
    static void stopThem() {
        cluster().close();
    }

    @Test
    void aChatAcrossNodesHasOneOrderTicksAndTyping() {
        var alice = cluster().world().person("Alice");
        var bob = cluster().world().person("Bob");
        var conversation = cluster().world().befriend(alice, bob);
        try (var alices = cluster().device(0, alice);
                var bobs = cluster().device(1, bob);
                var bobsLaptop = cluster().device(2, bob)) {
            alices.send("{\"type\":\"typing\",\"conversation\":\"" + conversation + "\",\"active\":true}");
            assertThat(bobs.await("typing").path("active").asBoolean()).isTrue();
            assertThat(bobsLaptop.await("typing").path("party").asString()).isEqualTo(alice.id());

            var said = CompletableFuture.runAsync(() -> say(alices, conversation, "alice", 30));
            say(bobs, conversation, "bob", 30);
            said.join();

            alices.awaitText("bob 29");
            var last = bobs.awaitText("alice 29");
            for (var device : List.of(alices, bobs, bobsLaptop)) {
                device.awaitText("alice 29");
                device.awaitText("bob 29");
                device.settle();
            }
            assertThat(alices.texts()).hasSize(60).isEqualTo(bobs.texts()).isEqualTo(bobsLaptop.texts());

            bobs.send("{\"type\":\"receipt\",\"conversation\":\"" + conversation + "\",\"displayed\":"
                    + last.path("sequence").asLong() + "}");
            alices.await(
                    "receipt",
                    frame -> frame.path("party").asString().equals(bob.id())
                            && frame.path("displayed").asLong()
                                    >= last.path("sequence").asLong());
        }
    }

    @Test
    void aContactOnAnotherNodeIsSeenComingAndGoing() {
        var alice = cluster().world().person("Alice");
        var bob = cluster().world().person("Bob");
        cluster().world().befriend(alice, bob);
        try (var alices = cluster().device(0, alice)) {
            var phone = cluster().device(1, bob);
            alices.await("presence", frame -> isPresence(frame, bob, true));

            try (var late = cluster().device(2, alice)) {
                late.await("presence", frame -> isPresence(frame, bob, true));
            }
            var laptop = cluster().device(2, bob);
            phone.close();
            alices.settle();
            laptop.close();
            alices.await("presence", frame -> isPresence(frame, bob, false));
        }
    }

    @Test
    void aPushReleasedOnOneNodeIsShownOnAll() {
        var owner = cluster().world().person("Edda");
        var bakery = cluster().world().verifiedAccount(owner, "Bakery");
        var followers = new ArrayList<Device>();
        for (var node = 0; node < 3; node++) {
            var follower = cluster().world().person("Carol");
            cluster().world().follow(follower, bakery);
            followers.add(cluster().device(node, follower));
        }

        release(0, owner, bakery, "Fresh rye bread");

        for (var device : followers) {
            device.awaitText("Fresh rye bread");
        }
        followers.forEach(Device::close);
    }

    @Test
    void anUnfollowOnOneNodeHoldsOnAllOfThem() {
        var owner = cluster().world().person("Edda");
        var alice = cluster().world().person("Alice");
        var dave = cluster().world().person("Dave");
        var bakery = cluster().world().verifiedAccount(owner, "Bakery");
        var conversation = cluster().world().follow(alice, bakery);
        cluster().world().follow(dave, bakery);
        try (var alices = cluster().device(1, alice);
                var daves = cluster().device(1, dave)) {
            cluster().through(0, alice).delete("/follows/" + bakery.id());

            release(2, owner, bakery, "Come back");
            daves.awaitText("Come back");
            alices.settle();
            assertThat(alices.texts()).isEmpty();
            assertThat(cluster()
                            .through(2, alice)
                            .post("/conversations/" + conversation + "/messages", text("hello?"))
                            .json()
                            .path("problem")
                            .asString())
                    .isEqualTo("not-following");
        }
    }

    @Test
    void aBlockOnOneNodeHoldsOnAllOfThem() {
        var alice = cluster().world().person("Alice");
        var bob = cluster().world().person("Bob");
        var conversation = cluster().world().befriend(alice, bob);
        try (var alices = cluster().device(1, alice);
                var bobs = cluster().device(2, bob)) {
            alices.say(conversation, "before");
            bobs.awaitText("before");

            cluster().through(0, bob).put("/blocks/user/" + alice.id(), Map.of());
            alices.send(Api.JSON.writeValueAsString(
                    Map.of("type", "send", "key", "k", "conversation", conversation, "body", textBody("after"))));

            assertThat(alices.await("refused").at("/problem/problem").asString())
                    .isEqualTo("not-a-contact");
            bobs.settle();
            assertThat(bobs.texts()).containsExactly("before");
        }
    }

    @Test
    void aLogOutOnOneNodeEndsTheSocketOnAnotherAndProvesNothingToAThird() {
        var alice = cluster().world().person("Alice");
        var phone = Api.logIn(cluster().node(0).address(), alice.handle());
        try (var device = Device.connect(phone.at(cluster().node(1).address()), null)) {
            assertThat(phone.at(cluster().node(2).address()).get("/me").status())
                    .isEqualTo(200);

            phone.delete("/sessions/current").expect(204);

            assertThat(phone.at(cluster().node(2).address()).get("/me").status())
                    .isEqualTo(401);
            assertThat(device.awaitClose()).isEqualTo(4000);
        }
    }

    @Test
    void aSuspensionOnOneNodeEndsTheSocketOnAnother() {
        var alice = cluster().world().person("Alice");
        try (var device = cluster().device(2, alice)) {
            cluster()
                    .world()
                    .operator()
                    .post("/operator/users/" + alice.id() + "/suspension", Map.of("reason", "spam"))
                    .expect(200);

            assertThat(cluster().through(1, alice).get("/me").status()).isEqualTo(401);
            assertThat(device.awaitClose()).isEqualTo(4000);
        }
    }

    @Test
    void aQuotaThatIsChangedOnOneNodeBindsAtOnceOnAnother() {
        var owner = cluster().world().person("Edda");
        var bakery = cluster().world().verifiedAccount(owner, "Bakery");
        cluster().world().follow(cluster().world().person("Carol"), bakery);
        release(1, owner, bakery, "one");

        cluster()
                .world()
                .operator()
                .put(
                        "/operator/accounts/" + bakery.id() + "/quota",
                        Map.of("releasesPerDay", 1, "releasesPerMonth", 10, "reason", "too loud"))
                .expect(200);

        var refused = cluster().through(2, owner).post("/accounts/" + bakery.id() + "/push-messages", push("two"));
        assertThat(refused.json().path("problem").asString()).isEqualTo("quota-used-up");
    }

    @Test
    void withoutNatsEverythingArrivesOnlyLater() {
        var alice = cluster().world().person("Alice");
        var bob = cluster().world().person("Bob");
        var conversation = cluster().world().befriend(alice, bob);
        var leaving = Api.logIn(cluster().node(0).address(), bob.handle());
        try (var alices = cluster().device(0, alice);
                var bobs = cluster().device(1, bob);
                var leavings = Device.connect(leaving.at(cluster().node(2).address()), null)) {
            cluster().nats().stop();
            try {
                say(alices, conversation, "without", 5);
                bobs.awaitText("without 4");
                assertThat(bobs.texts())
                        .containsExactly("without 0", "without 1", "without 2", "without 3", "without 4");

                leaving.delete("/sessions/current").expect(204);
                assertThat(leaving.at(cluster().node(1).address()).get("/me").status())
                        .isEqualTo(401);
                assertThat(leavings.awaitClose()).isEqualTo(4000);
            } finally {
                cluster().nats().startAgain();
            }
            await(() -> health(0).contains("\"UP\"") && health(1).contains("\"UP\""));
            alices.say(conversation, "with it again");
            bobs.awaitText("with it again");
        }
    }

    @Test
    void aNodeThatStopsAnswersWhatItWasAskedAndSendsItsDevicesElsewhere() {
        var alice = cluster().world().person("Alice");
        var bob = cluster().world().person("Bob");
        var conversation = cluster().world().befriend(alice, bob);
        var keys = new ArrayList<String>();
        var alices = cluster().device(2, alice);
        try (var bobs = cluster().device(1, bob)) {
            bobs.await("presence", frame -> isPresence(frame, alice, true));
            for (var i = 0; i < 40; i++) {
                keys.add("drain-" + i);
                alices.send(Api.JSON.writeValueAsString(Map.of(
                        "type", "send", "key", "drain-" + i, "conversation", conversation, "body", textBody("m" + i))));
            }
            var stopped = CompletableFuture.supplyAsync(() -> cluster().node(2).stop());
            assertThat(alices.awaitClose()).isEqualTo(1012);
            assertThat(alices.closeReason()).matches("going away; reconnect in \\d+ ms");
            assertThat(stopped.join()).isIn(0, 143);

            // what was not taken any more is sent again under its key: nothing is there twice, nothing is missing
            try (var elsewhere = Device.connect(cluster().through(0, alice), alices.cursor())) {
                for (var i = 0; i < 40; i++) {
                    elsewhere.send(Api.JSON.writeValueAsString(Map.of(
                            "type",
                            "send",
                            "key",
                            keys.get(i),
                            "conversation",
                            conversation,
                            "body",
                            textBody("m" + i))));
                    var key = keys.get(i);
                    elsewhere.await(
                            "acknowledged",
                            frame -> frame.path("key").asString().equals(key));
                }
                bobs.awaitText("m39");
                bobs.settle();
                assertThat(bobs.texts()).hasSize(40).doesNotHaveDuplicates();
            }
        } finally {
            cluster().node(2).startAgain();
        }
    }

    @Test
    void afterAKillTheClientsCarryOnElsewhereAndNobodyElseIsShownAsPresentForLong() {
        var alice = cluster().world().person("Alice");
        var bob = cluster().world().person("Bob");
        var carol = cluster().world().person("Carol");
        var conversation = cluster().world().befriend(alice, bob);
        cluster().world().befriend(alice, carol);
        try (var alices = cluster().device(0, alice);
                var _ = cluster().device(1, carol)) {
            var bobs = cluster().device(1, bob);
            alices.await("presence", frame -> isPresence(frame, bob, true));
            alices.await("presence", frame -> isPresence(frame, carol, true));
            alices.say(conversation, "before");
            bobs.awaitText("before");
            var seen = bobs.cursor();

            cluster().node(1).kill();
            var began = System.nanoTime();
            bobs.awaitClose();
            alices.say(conversation, "meanwhile");
            try (var again = Device.connect(cluster().through(2, bob), seen)) {
                again.awaitText("meanwhile");
                var took = Duration.ofNanos(System.nanoTime() - began);
                System.out.println("carried on elsewhere after " + took.toMillis() + " ms");
                assertThat(took).isLessThan(Duration.ofSeconds(20)); // a heartbeat takes longer to notice

                alices.await("presence", frame -> isPresence(frame, carol, false));
                alices.settle();
                assertThat(alices.frames()).noneMatch(frame -> isPresence(frame, bob, false));
            }
        } finally {
            cluster().node(1).startAgain();
        }
    }

    private static void release(int node, World.Person owner, World.Account account, String words) {
        cluster()
                .through(node, owner)
                .post("/accounts/" + account.id() + "/push-messages", push(words))
                .expect(201);
    }

    private static Map<String, Object> push(String words) {
        return Map.of("body", textBody(words), "audience", Map.of("type", "all"));
    }

    private static Map<String, Object> text(String words) {
        return Map.of("body", textBody(words));
    }

    private static Map<String, String> textBody(String words) {
        return Map.of("type", "text", "text", words);
    }

    private static void say(Device device, String conversation, String words, int times) {
        for (var i = 0; i < times; i++) {
            device.say(conversation, words + " " + i);
        }
    }

    private static boolean isPresence(JsonNode frame, World.Person of, boolean online) {
        return frame.path("type").asString().equals("presence")
                && frame.path("party").asString().equals(of.id())
                && frame.path("online").asBoolean() == online;
    }

    private static String health(int node) {
        return Api.nobody(cluster().node(node).address())
                .outside("/actuator/health")
                .at("/components/nodes/status")
                .toString();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come about within 15 s");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static Cluster cluster() {
        return Objects.requireNonNull(started);
    }
}
