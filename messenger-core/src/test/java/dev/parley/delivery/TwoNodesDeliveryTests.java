package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.contact.Contacts;
import dev.parley.contact.RequestOutcome;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.Signal.PresenceChanged;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.testing.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What devices on one node see of what happens on another. */
class TwoNodesDeliveryTests {
    @Nested
    class WithTheBus {
        @Test
        void handsOnInOrderWhatTheOtherNodeHasStored() {
            try (var nodes = Nodes.start(ParleyTestApplication.class, 2, "parley.delivery.sweep=1h")) {
                var pair = new Pair(nodes);
                var device = pair.connectBob(1);

                var sent = pair.aliceSays(50);

                await().untilAsserted(() -> assertThat(sequences(device)).isEqualTo(sent));
            }
        }

        @Test
        void tellsTypingAndPresenceToTheNodeWhereTheOtherIs() {
            try (var nodes = Nodes.start(ParleyTestApplication.class, 2)) {
                var pair = new Pair(nodes);
                var device = pair.connectBob(1);
                var typing = new Signal.Typing(pair.conversation, pair.alice.value(), true);

                nodes.bean(0, Connections.class).signal(PartyRef.user(pair.bob), typing);
                await().until(() -> device.signals().contains(typing));

                var alices = Device.connect(
                        PartyRef.user(pair.alice),
                        null,
                        nodes.bean(0, LiveStreams.class),
                        nodes.bean(0, Connections.class));
                nodes.bean(0, Presence.class).came(PartyRef.user(pair.alice), List.of(PartyRef.user(pair.bob)));
                await().until(() -> device.signals().contains(new PresenceChanged(PartyRef.user(pair.alice), true)));
                assertThat(nodes.bean(1, Presence.class).online(PartyRef.user(pair.alice)))
                        .isTrue();

                alices.disconnect();
                nodes.bean(0, Presence.class).left(PartyRef.user(pair.alice), List.of(PartyRef.user(pair.bob)));
                await().until(() -> device.signals().contains(new PresenceChanged(PartyRef.user(pair.alice), false)));
                assertThat(nodes.bean(1, Presence.class).online(PartyRef.user(pair.alice)))
                        .isFalse();
            }
        }

        @Test
        void saysNothingOfALeavingAsLongAsAnotherNodeHasTheParty() {
            try (var nodes = Nodes.start(ParleyTestApplication.class, 2)) {
                var pair = new Pair(nodes);
                var alice = PartyRef.user(pair.alice);
                var toBob = List.of(PartyRef.user(pair.bob));
                var bobsPhone = pair.connectBob(0);
                var bobsLaptop = pair.connectBob(1);
                var alicesPhone =
                        Device.connect(alice, null, nodes.bean(0, LiveStreams.class), nodes.bean(0, Connections.class));
                nodes.bean(0, Presence.class).came(alice, toBob);
                Device.connect(alice, null, nodes.bean(1, LiveStreams.class), nodes.bean(1, Connections.class));
                nodes.bean(1, Presence.class).came(alice, toBob);

                alicesPhone.disconnect();
                nodes.bean(0, Presence.class).left(alice, toBob);

                assertThat(nodes.bean(0, Presence.class).online(alice)).isTrue();
                assertThat(bobsPhone.signals()).doesNotContain(new PresenceChanged(alice, false));
                assertThat(bobsLaptop.signals()).doesNotContain(new PresenceChanged(alice, false));
            }
        }

        @Test
        void answersWhoAsksForAPartyThatIsConnectedToAnotherNode() {
            try (var nodes = Nodes.start(ParleyTestApplication.class, 2)) {
                var pair = new Pair(nodes);
                var bob = PartyRef.user(pair.bob);
                pair.connectBob(0);
                var alices = Device.connect(
                        PartyRef.user(pair.alice),
                        null,
                        nodes.bean(1, LiveStreams.class),
                        nodes.bean(1, Connections.class));

                nodes.bean(1, Presence.class).ask(List.of(bob), PartyRef.user(pair.alice));

                await().until(() -> alices.signals().contains(new PresenceChanged(bob, true)));
            }
        }

        @Test
        void countsNobodyAsPresentWhoseNodeIsNotHeardOfAnyMore() {
            try (var nodes = Nodes.start(ParleyTestApplication.class, 2, "parley.delivery.node-silence=2s")) {
                var node = nodes.bean(1, Node.class);
                var carol = PartyRef.user(UserId.next());
                var dead = NodeId.random();

                var presence = nodes.bean(1, Presence.class);
                nodes.bean(0, Node.class).listen(carol);
                node.listen(carol);
                nodes.bean(0, Node.class).publish(new Hint.PresenceTold(carol, carol, dead, true));
                assertThat(presence.online(carol)).isTrue();

                await().atMost(Duration.ofSeconds(6)).until(() -> !presence.online(carol));
            }
        }
    }

    @Nested
    class WithoutTheBus {
        @Test
        void findsByTheSweepWhatNoHintHasTold() {
            try (var nodes = Nodes.start(ParleyTestApplication.class, 2, Nodes.deafBus())) {
                var pair = new Pair(nodes);
                var device = pair.connectBob(1);

                var sent = pair.aliceSays(50);

                await().untilAsserted(() -> assertThat(sequences(device)).isEqualTo(sent));
            }
        }
    }

    private static List<Long> sequences(Device device) {
        return device.seen().stream()
                .map(StreamEntry::content)
                .filter(MessageArrived.class::isInstance)
                .map(content -> ((MessageArrived) content).sequence())
                .toList();
    }

    /** Alice, who writes on the first node, and bob. */
    private static final class Pair {
        private final Nodes nodes;
        private final UserId alice;
        private final UserId bob;
        private final ConversationId conversation;

        Pair(Nodes nodes) {
            this.nodes = nodes;
            this.alice = signUp("alice");
            this.bob = signUp("bob");
            var contacts = nodes.bean(0, Contacts.class);
            contacts.request(alice, bob);
            this.conversation = contacts.request(bob, alice) instanceof RequestOutcome.Accepted accepted
                    ? accepted.contact().conversation()
                    : fail("the two did not become contacts");
        }

        Device connectBob(int node) {
            var device = Device.connect(
                    PartyRef.user(bob), null, nodes.bean(node, LiveStreams.class), nodes.bean(node, Connections.class));
            device.synced().join();
            return device;
        }

        List<Long> aliceSays(int messages) {
            var sent = new ArrayList<Long>();
            for (var i = 0; i < messages; i++) {
                var outcome = nodes.bean(0, Conversations.class)
                        .send(SendMessage.from(
                                alice,
                                conversation,
                                new MessageBody.Text("line " + i),
                                new IdempotencyKey(Ids.next().toString())));
                sent.add(
                        outcome instanceof SendOutcome.Accepted(var message)
                                ? message.sequence()
                                : fail("not accepted: " + outcome));
            }
            return sent;
        }

        private UserId signUp(String name) {
            var handle = name + "." + Ids.next().toString().substring(24);
            var outcome =
                    nodes.bean(0, Users.class).signUp(new SignUp(handle, name, "correct horse battery", null, null));
            return outcome instanceof SignedUp(var user) ? user.id() : fail("not signed up: " + outcome);
        }
    }
}
