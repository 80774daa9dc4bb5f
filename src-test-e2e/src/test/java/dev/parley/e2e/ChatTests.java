package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two people, two devices each. */
class ChatTests {
    private final World world = World.shared();

    @Test
    void bothPeopleSeeTheSameOrderOnAllTheirDevicesAlsoWhatWasWrittenWhileADeviceWasAway() {
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var conversation = world.befriend(alice, bob);

        try (var alicePhone = Device.connect(alice.api(), null);
                var aliceLaptop = Device.connect(Api.logIn(world.server().address(), alice.handle()), null);
                var bobPhone = Device.connect(bob.api(), null)) {
            for (var i = 0; i < 20; i++) {
                alicePhone.say(conversation, "from alice " + i);
                bobPhone.say(conversation, "from bob " + i);
            }
            try (var bobLaptop = Device.connect(Api.logIn(world.server().address(), bob.handle()), "0.0")) {
                aliceLaptop.awaitText("from bob 19");
                bobPhone.awaitText("from alice 19");
                bobLaptop.awaitText("from bob 19");

                var order = sequences(bobLaptop, conversation);
                assertThat(order).hasSize(40).isSorted();
                assertThat(sequences(aliceLaptop, conversation)).isEqualTo(order);
                assertThat(history(alice, conversation)).isEqualTo(order);
                assertThat(history(bob, conversation)).isEqualTo(order);
            }
        }
    }

    @Test
    void theSenderSeesDeliveredAndDisplayed() {
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var conversation = world.befriend(alice, bob);

        try (var phone = Device.connect(alice.api(), null);
                var bobs = Device.connect(bob.api(), null)) {
            var sequence =
                    phone.say(conversation, "are you there?").path("sequence").asLong();
            bobs.awaitText("are you there?");
            bobs.send("{\"type\":\"cursor\",\"cursor\":\"" + bobs.cursor() + "\"}");

            phone.await("receipt", frame -> frame.path("delivered").asLong() >= sequence);

            bobs.send(
                    "{\"type\":\"receipt\",\"conversation\":\"" + conversation + "\",\"displayed\":" + sequence + "}");

            phone.await("receipt", frame -> frame.path("displayed").asLong() >= sequence);
        }
        var row = alice.api().get("/conversations/" + conversation).expect(200);
        assertThat(row.at("/theirs/displayed").asLong()).isPositive();
    }

    @Test
    void typingAndPresenceReachContactsAndNobodyElse() {
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var carol = world.person("Carol");
        var conversation = world.befriend(alice, bob);

        try (var alices = Device.connect(alice.api(), null);
                var carols = Device.connect(carol.api(), null);
                var bobs = Device.connect(bob.api(), null)) {
            alices.await(
                    "presence",
                    frame -> frame.path("party").asString().equals(bob.id())
                            && frame.path("online").asBoolean());
            bobs.send("{\"type\":\"typing\",\"conversation\":\"" + conversation + "\",\"active\":true}");

            alices.await(
                    "typing", frame -> frame.path("conversation").asString().equals(conversation));
            carols.settle();
            assertThat(carols.frames())
                    .noneMatch(frame -> List.of("typing", "presence")
                            .contains(frame.path("type").asString()));
        }
    }

    @Test
    void aRepeatedSendIsTheSameMessage() {
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var conversation = world.befriend(alice, bob);
        var key = UUID.randomUUID().toString();
        var body = Map.of("body", Map.of("type", "text", "text", "only once"));

        var first = alice.api()
                .post("/conversations/" + conversation + "/messages", body, key)
                .expect(201);
        var second = alice.api()
                .post("/conversations/" + conversation + "/messages", body, key)
                .expect(200);

        assertThat(second).isEqualTo(first);
        assertThat(history(bob, conversation)).hasSize(1);
        var other = alice.api()
                .post(
                        "/conversations/" + conversation + "/messages",
                        Map.of("body", Map.of("type", "text", "text", "something else")),
                        key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("problem").asString()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void readingOnFromAnyCursorEqualsAFreshRead() {
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var conversation = world.befriend(alice, bob);
        var cursors = new ArrayList<String>();
        List<String> all;
        try (var alices = Device.connect(alice.api(), null);
                var bobs = Device.connect(bob.api(), "0.0")) {
            for (var i = 0; i < 10; i++) {
                alices.say(conversation, "line " + i);
                bobs.awaitText("line " + i);
                cursors.add(String.valueOf(bobs.cursor()));
            }
            all = bobs.texts();
        }
        assertThat(all).hasSize(10);
        for (var i = 0; i < 10; i++) {
            try (var again = Device.connect(bob.api(), cursors.get(i))) {
                again.settle();
                assertThat(again.texts()).isEqualTo(all.subList(i + 1, 10));
            }
        }
    }

    @Test
    void strangersAndTheBlockedAreRefusedInTheSameWords() {
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var mallory = world.person("Mallory");
        var conversation = world.befriend(alice, bob);
        alice.api().put("/blocks/user/" + bob.id(), Map.of()).expect(204);
        var body = Map.of("body", Map.of("type", "text", "text", "hello?"));

        var blocked = bob.api().post("/conversations/" + conversation + "/messages", body);
        var stranger = mallory.api().post("/conversations/" + conversation + "/messages", body);

        assertThat(blocked.status()).isEqualTo(403);
        assertThat(blocked.json().path("problem").asString()).isEqualTo("not-a-contact");
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(history(alice, conversation)).isEmpty();
    }

    private static List<Long> sequences(Device device, String conversation) {
        return device.messages().stream()
                .filter(message -> message.path("conversationId").asString().equals(conversation))
                .map(message -> message.path("sequence").asLong())
                .toList();
    }

    private static List<Long> history(World.Person person, String conversation) {
        var sequences = new ArrayList<Long>();
        person.api()
                .get("/conversations/" + conversation + "/messages?limit=100")
                .expect(200)
                .path("items")
                .forEach(message -> sequences.add(message.path("sequence").asLong()));
        return sequences;
    }
}
