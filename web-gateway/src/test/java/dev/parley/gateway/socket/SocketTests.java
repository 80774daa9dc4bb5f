package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyApplication;
import dev.parley.contact.Contacts;
import dev.parley.contact.RequestOutcome;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.delivery.Connections;
import dev.parley.identity.Sessions;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = ParleyApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.socket.heartbeat-interval=1s",
            "parley.socket.hello-within=2s",
            "parley.socket.offline-after=100ms",
            "parley.socket.waiting=256KB",
            "parley.socket.connections-per-user=4"
        })
class SocketTests {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final SocketTickets tickets;
    private final Users users;
    private final Sessions sessions;
    private final Contacts contacts;
    private final Conversations conversations;
    private final Connections connections;
    private final SettableClock clock;
    private final List<Peer> peers = new ArrayList<>();

    @LocalServerPort
    private int port;

    private UserId alice = new UserId(Ids.next());
    private UserId bob = new UserId(Ids.next());
    private ConversationId aliceAndBob = ConversationId.next();

    @Autowired
    SocketTests(
            SocketTickets tickets,
            Users users,
            Sessions sessions,
            Contacts contacts,
            Conversations conversations,
            Connections connections,
            SettableClock clock) {
        this.tickets = tickets;
        this.users = users;
        this.sessions = sessions;
        this.contacts = contacts;
        this.conversations = conversations;
        this.connections = connections;
        this.clock = clock;
    }

    @BeforeEach
    void makeThemContacts() {
        alice = signUp("alice");
        bob = signUp("bob");
        contacts.request(alice, bob);
        var accepted = (RequestOutcome.Accepted) contacts.request(bob, alice);
        aliceAndBob = accepted.contact().conversation();
    }

    @AfterEach
    void closeAll() {
        peers.forEach(Peer::close);
    }

    @Test
    void carriesAMessageToAllDevicesOfBothAndAcknowledgesItWithTheSameMessage() {
        var aliceAtHome = connect(alice);
        var aliceOnTheRoad = connect(alice);
        var bobs = connect(bob);

        aliceAtHome.send(text("k1", "hello"));

        var acknowledged = aliceAtHome.await("acknowledged");
        assertThat(acknowledged.path("key").asString()).isEqualTo("k1");
        for (var peer : List.of(aliceOnTheRoad, bobs)) {
            assertThat(peer.await("message").path("message")).isEqualTo(acknowledged.path("message"));
        }
        assertThat(acknowledged.path("cursor"))
                .isEqualTo(aliceOnTheRoad.await("message").path("cursor"));
        aliceAtHome.send("{\"type\":\"ping\"}");
        aliceAtHome.await("pong");
        assertThat(aliceAtHome.all("message")).isEmpty();
        assertThat(acknowledged.at("/message/sender/id").asString()).isEqualTo(alice.toString());
    }

    @Test
    void answersARepetitionWithTheOriginalAndSendsNothingAgain() {
        var alices = connect(alice);
        var bobs = connect(bob);
        alices.send(text("k1", "hello"));
        var first = alices.await("acknowledged");

        alices.send(text("k1", "hello"));
        alices.send(text("k1", "other words"));

        assertThat(alices.await("refused").at("/problem/problem").asString()).isEqualTo("idempotency-key-reused");
        assertThat(alices.all("acknowledged"))
                .hasSize(2)
                .allMatch(frame -> frame.path("message").equals(first.path("message")));
        assertThat(alices.all("acknowledged").getLast().path("cursor").isNull()).isTrue();
        bobs.await("message");
        assertThat(bobs.all("message")).hasSize(1);
    }

    @Test
    void sendsWhatWasMissedBeforeItIsSynced() {
        var before = connect(bob);
        var cursor = before.await("synced").path("cursor").asString();
        before.close();
        var alices = connect(alice);
        for (var i = 0; i < 20; i++) {
            alices.send(text("k" + i, "number " + i));
        }
        alices.await("acknowledged", frame -> frame.path("key").asString().equals("k19"));

        var bobs = connect(bob, cursor);

        assertThat(texts(bobs)).hasSize(20).first().isEqualTo("number 0");
        alices.send(text("k20", "number 20"));
        bobs.await("message", frame -> frame.at("/message/body/text").asString().equals("number 20"));
        assertThat(texts(bobs)).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheSenderWhatWasDeliveredAndDisplayed() {
        var alices = connect(alice);
        var bobs = connect(bob);
        alices.send(text("k1", "hello"));
        var message = bobs.await("message");
        var sequence = message.at("/message/sequence").asLong();

        bobs.send("{\"type\":\"cursor\",\"cursor\":\"" + message.path("cursor").asString() + "\"}");
        var delivered = alices.await("receipt", frame -> frame.path("delivered").asLong() == sequence);
        bobs.send("{\"type\":\"receipt\",\"conversation\":\"%s\",\"displayed\":%d}".formatted(aliceAndBob, sequence));
        alices.await("receipt", frame -> frame.path("displayed").asLong() == sequence);

        assertThat(delivered.path("displayed").asLong()).isZero();
        assertThat(delivered.path("party").asString()).isEqualTo(bob.toString());
    }

    @Test
    void tellsADeviceThatComesBackWhatItsCursorHasAcknowledged() {
        var alices = connect(alice);
        var bobs = connect(bob);
        alices.send(text("k1", "hello"));
        var message = bobs.await("message");
        bobs.close();

        connect(bob, message.path("cursor").asString());

        alices.await(
                "receipt",
                frame -> frame.path("delivered").asLong()
                        == message.at("/message/sequence").asLong());
    }

    @Test
    void showsTypingAndPresenceToContactsOnly() {
        var carols = connect(signUp("carol"));
        var alices = connect(alice);
        var bobs = connect(bob);

        alices.await(
                "presence",
                frame -> frame.path("online").asBoolean()
                        && frame.path("party").asString().equals(bob.toString()));
        bobs.await("presence", frame -> frame.path("party").asString().equals(alice.toString()));
        bobs.send("{\"type\":\"typing\",\"conversation\":\"%s\",\"active\":true}".formatted(aliceAndBob));
        assertThat(alices.await("typing").path("party").asString()).isEqualTo(bob.toString());
        bobs.close();
        alices.await("presence", frame -> !frame.path("online").asBoolean());

        assertThat(carols.all("presence")).isEmpty();
    }

    @Test
    void letsNobodyIntoAConversationOfOthersOrSpeakForOthers() {
        var mallory = connect(signUp("mallory"));
        var bobs = connect(bob);

        mallory.send(text("k1", "it is me, alice")
                .replace("{", "{\"sender\":\"" + alice + "\",")
                .replaceFirst("\\{\"sender\":\"" + alice + "\",\"type\":\"text\"", "{\"type\":\"text\""));
        mallory.send("{\"type\":\"receipt\",\"conversation\":\"%s\",\"displayed\":9}".formatted(aliceAndBob));
        mallory.send("{\"type\":\"typing\",\"conversation\":\"%s\",\"active\":true}".formatted(aliceAndBob));
        mallory.send("{\"type\":\"ping\"}");
        mallory.await("pong");

        assertThat(mallory.await("refused").at("/problem/problem").asString()).isEqualTo("not-found");
        await().until(() -> mallory.all("error").size() == 2);
        assertThat(mallory.all("error"))
                .allMatch(frame -> frame.at("/problem/problem").asString().equals("not-found"));
        assertThat(bobs.all("message")).isEmpty();
        assertThat(bobs.all("typing")).isEmpty();
    }

    @Test
    void ignoresAForgedSender() {
        var alices = connect(alice);
        var bobs = connect(bob);

        alices.send(text("k1", "hello").replaceFirst("\\{", "{\"sender\":{\"kind\":\"user\",\"id\":\"" + bob + "\"},"));

        assertThat(bobs.await("message").at("/message/sender/id").asString()).isEqualTo(alice.toString());
    }

    @Test
    void answersWhatItDoesNotUnderstandWithAnErrorFrameAndStaysOpen() {
        var alices = connect(alice);

        alices.send("{\"type\":\"teleport\",\"key\":\"k1\"}");
        alices.send("{\"type\":\"send\"");
        alices.send("[]");
        alices.send("{\"type\":\"cursor\",\"cursor\":\"yesterday\"}");
        alices.sendBytes(new byte[] {1, 2, 3});
        alices.send(text("k2", ""));
        alices.send("{\"type\":\"send\",\"conversation\":\"" + aliceAndBob + "\"}");
        alices.send("{\"type\":\"ping\",\"since\":\"always\"}");

        alices.await("pong");
        assertThat(alices.all("error"))
                .extracting(frame -> frame.at("/problem/problem").asString())
                .containsExactly(
                        "unknown-frame",
                        "malformed-frame",
                        "malformed-frame",
                        "malformed-frame",
                        "binary-frame",
                        "idempotency-key-missing");
        assertThat(alices.all("error").getFirst().path("key").asString()).isEqualTo("k1");
        assertThat(alices.await("refused").at("/problem/problem").asString()).isEqualTo("invalid-request");
        assertThat(alices.isClosed()).isFalse();
    }

    @Test
    void saysThatAFrameIsTooLargeAndCloses() throws Exception {
        var alices = connect(alice);

        alices.send(text("k1", "x".repeat(70_000)));

        assertThat(alices.await("error").at("/problem/problem").asString()).isEqualTo("frame-too-large");
        assertThat(alices.closeCode()).isEqualTo(1009);
    }

    @Test
    void saysThatFramesAreTooManyAndCloses() throws Exception {
        var alices = connect(alice);

        try {
            for (var i = 0; i < 400; i++) {
                alices.send("{\"type\":\"ping\"}");
            }
        } catch (RuntimeException _) {
            // the server has closed before all were sent
        }

        assertThat(alices.await("error").at("/problem/problem").asString()).isEqualTo("too-many-frames");
        assertThat(alices.closeCode()).isEqualTo(4001);
    }

    @Test
    void closesWhenTheFirstFrameIsNotHelloOrDoesNotCome() throws Exception {
        var hasty = open(alice);
        var silent = open(alice);

        hasty.send("{\"type\":\"ping\"}");

        assertThat(hasty.closeCode()).isEqualTo(4003);
        assertThat(silent.closeCode()).isEqualTo(4003);
    }

    @Test
    void letsATicketInOnceAndOnlyForThirtySeconds() {
        var ticket = ticket(alice);
        peers.add(Peer.open(port, ticket));
        var stale = ticket(alice);
        clock.advance(Duration.ofSeconds(31));

        assertThatThrownBy(() -> Peer.open(port, ticket)).hasStackTraceContaining("401");
        assertThatThrownBy(() -> Peer.open(port, stale)).hasStackTraceContaining("401");
        assertThatThrownBy(() -> Peer.open(port, "made-up")).hasStackTraceContaining("401");
    }

    @Test
    void opensForPagesOfItsOwnOnly() {
        assertThatThrownBy(() -> Peer.from("https://evil.example", port, ticket(alice)))
                .hasStackTraceContaining("403");
        peers.add(Peer.from("http://localhost:" + port, port, ticket(alice)));
    }

    @Test
    void endsTheConnectionsOfAUserWhoseSessionsEnd() throws Exception {
        var alices = connect(alice);
        var bobs = connect(bob);

        connections.endUser(alice, null);

        assertThat(alices.closeCode()).isEqualTo(4000);
        assertThat(bobs.isClosed()).isFalse();
    }

    @Test
    void endsTheOldestConnectionOfAUserWhoHasTooMany() throws Exception {
        var first = connect(alice);
        for (var i = 0; i < 4; i++) {
            connect(alice);
        }

        assertThat(first.closeCode()).isEqualTo(4005);
    }

    @Test
    void sendsHeartbeatsWithTheCursorThatHasBeenReached() {
        var bobs = connect(bob);
        connect(alice).send(text("k1", "hello"));
        var cursor = bobs.await("message").path("cursor").asString();

        assertThat(bobs.await(
                        "heartbeat", frame -> frame.path("cursor").asString().equals(cursor)))
                .isNotNull();
    }

    @Test
    void aReaderThatTakesNothingEndsAloneWithinItsBound() {
        var slow = Peer.thatDoesNotRead(port, ticket(bob));
        peers.add(slow);
        slow.hello(null);
        var quick = connect(bob);
        await().until(() -> connections.of(PartyRef.user(bob)).size() == 2);
        var words = "ü".repeat(4_000);

        var sent = 0;
        while (connections.of(PartyRef.user(bob)).size() == 2 && sent < 5_000) {
            for (var i = 0; i < 100; i++) {
                var _ = conversations.submit(SendMessage.from(
                        alice, aliceAndBob, new MessageBody.Text(words), new IdempotencyKey("w" + sent++)));
            }
            var expected = sent;
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> quick.all("message").size() == expected);
        }

        await().atMost(Duration.ofSeconds(15))
                .until(() -> connections.of(PartyRef.user(bob)).size() == 1);
        assertThat(quick.isClosed()).isFalse();
        assertThat(quick.all("message")).hasSize(sent);
    }

    @Test
    void survivesThousandsOfMutilatedFrames() {
        var random = new Random(20260302);
        var examples = List.of(
                text("k", "hello"),
                "{\"type\":\"receipt\",\"conversation\":\"%s\",\"delivered\":1,\"displayed\":1}".formatted(aliceAndBob),
                "{\"type\":\"typing\",\"conversation\":\"%s\",\"active\":true}".formatted(aliceAndBob),
                "{\"type\":\"cursor\",\"cursor\":\"3.4\"}",
                "{\"type\":\"shown\",\"items\":[{\"push\":\"%s\",\"opened\":true}]}".formatted(aliceAndBob),
                "{\"type\":\"ping\"}");
        var problems = new ArrayList<String>();
        for (var connection = 0; connection < 40; connection++) {
            var peer = connect(alice);
            for (var i = 0; i < 90; i++) {
                peer.send(mutilated(examples.get(random.nextInt(examples.size())), random));
            }
            peer.send("{\"type\":\"ping\",\"last\":1}");
            peer.await("pong");
            peer.all("error")
                    .forEach(frame -> problems.add(frame.at("/problem/problem").asString()));
            peer.all("refused")
                    .forEach(frame -> problems.add(frame.at("/problem/problem").asString()));
            assertThat(peer.isClosed()).isFalse();
            peer.close();
        }

        assertThat(problems).isNotEmpty().doesNotContain("internal", "unavailable");
    }

    private static String mutilated(String frame, Random random) {
        var text = new StringBuilder(frame);
        for (var i = random.nextInt(4); i >= 0; i--) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(0xD800));
                case 2 -> text.setCharAt(at, "{}[]\":,0-9.eE\\ntf".charAt(random.nextInt(16)));
                case 3 ->
                    text.insert(
                            at,
                            List.of("null", "-1", "1e999", "\\u0000", "\\ud800", "[[[[", "{\"type\":")
                                    .get(random.nextInt(7)));
                default -> text.insert(at, text.substring(at));
            }
        }
        return text.length() > 20_000 ? text.substring(0, 20_000) : text.toString();
    }

    private String text(String key, String words) {
        return "{\"type\":\"send\",\"key\":\"%s\",\"conversation\":\"%s\",\"body\":{\"type\":\"text\",\"text\":\"%s\"}}"
                .formatted(key, aliceAndBob, words);
    }

    private static List<String> texts(Peer peer) {
        return peer.all("message").stream()
                .map((JsonNode frame) -> frame.at("/message/body/text").asString())
                .toList();
    }

    private Peer connect(UserId user) {
        return connect(user, null);
    }

    private Peer connect(UserId user, @Nullable String cursor) {
        return open(user).hello(cursor);
    }

    private Peer open(UserId user) {
        var peer = Peer.open(port, ticket(user));
        peers.add(peer);
        return peer;
    }

    private String ticket(UserId user) {
        return tickets.issue(new SocketTickets.Holder(
                user, sessions.open(user, "peer").session().device(), PartyRef.user(user)));
    }

    private UserId signUp(String name) {
        var outcome =
                users.signUp(new SignUp(name + NAMES.incrementAndGet(), name, "a long enough password", null, null));
        assertThat(outcome).isInstanceOf(SignedUp.class);
        return ((SignedUp) outcome).user().id();
    }
}
