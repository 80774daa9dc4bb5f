package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccounts;
import dev.parley.conversation.Message;
import dev.parley.delivery.Connections;
import dev.parley.delivery.Device;
import dev.parley.delivery.InProcessNodeBus;
import dev.parley.delivery.LiveStreams;
import dev.parley.delivery.NodeBus;
import dev.parley.delivery.StreamEntry;
import dev.parley.follow.Follows;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.testing.Nodes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is released on one node, to followers who are connected to another: with hints, and on a bus that loses every one of them. */
class TwoNodesPushTests {
    @Nested
    class WithTheBus extends Rules {
        WithTheBus() {
            super(new InProcessNodeBus());
        }

        /** One node releases all the time while a follower on the other unfollows on either: nothing comes after the answer. */
        @Test
        void bringsNothingAfterAnUnfollowThatHasReturned() throws Exception {
            var bakery = town().unbounded(town().company("bakery"));
            town().crowd(bakery, 1);
            var over = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var releasing = threads.submit(() -> {
                    for (var i = 0; i < 900 && !over.get(); i++) {
                        town().release(bakery, "buy " + i);
                    }
                });
                try {
                    for (var round = 0; round < 6; round++) {
                        var alice = town().person("alice", "UTC");
                        var bob = town().person("bob", "UTC");
                        town().follow(alice, bakery);
                        town().follow(bob, bakery);
                        var alices = connect(1, alice);
                        var bobs = connect(1, bob);
                        await().until(() -> texts(alices).size() > 2);

                        nodes().bean(round % 2, Follows.class).unfollow(alice, bakery.id());
                        var seen = texts(alices).size();
                        var bobsThen = texts(bobs).size();
                        await().until(() -> texts(bobs).size() > bobsThen + 2);

                        assertThat(texts(alices)).hasSize(seen);
                    }
                } finally {
                    over.set(true);
                }
                releasing.get();
            }
        }
    }

    @Nested
    class WithoutTheBus extends Rules {
        WithoutTheBus() {
            super(Nodes.deafBus());
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Rules {
        private final NodeBus bus;
        private @Nullable Nodes started;
        private @Nullable Town made;

        Rules(NodeBus bus) {
            this.bus = bus;
        }

        @BeforeAll
        void startTwoNodes() {
            var nodes = Nodes.start(ParleyTestApplication.class, 2, bus, "parley.delivery.sweep-while-away=1s");
            started = nodes;
            made = new Town(nodes.context(0));
        }

        @AfterAll
        void stopThem() {
            nodes().close();
        }

        @Test
        void handsOverInOrderWhatTheOtherNodeReleases() {
            var bakery = town().company("bakery");
            var alice = town().person("alice", "UTC");
            town().follow(alice, bakery);
            var phone = connect(1, alice);

            town().release(bakery, "first");
            town().release(bakery, "second");
            town().release(bakery, "third");

            await().untilAsserted(() -> assertThat(texts(phone)).containsExactly("first", "second", "third"));
        }

        @Test
        void bringsNothingThatIsReleasedAfterAnUnfollowOnTheOtherNode() {
            var bakery = town().company("bakery");
            var alice = town().person("alice", "UTC");
            var bob = town().person("bob", "UTC");
            town().follow(alice, bakery);
            town().follow(bob, bakery);
            var alices = connect(1, alice);
            var bobs = connect(1, bob);

            nodes().bean(0, Follows.class).unfollow(alice, bakery.id());
            town().release(bakery, "come back");

            await().untilAsserted(() -> assertThat(texts(bobs)).containsExactly("come back"));
            assertThat(texts(alices)).isEmpty();
        }

        @Test
        void bringsNothingOfAnAccountThatWasSuspended() {
            var bakery = town().company("bakery");
            var bank = town().company("bank");
            var alice = town().person("alice", "UTC");
            town().follow(alice, bakery);
            town().follow(alice, bank);
            var before = connect(1, alice).disconnect();
            town().release(bakery, "buy bread");
            town().release(bank, "buy gold");

            nodes().bean(0, OfficialAccounts.class).suspend(bakery.id(), bakery.owner(), "spam");
            var phone = Device.connect(
                    PartyRef.user(alice),
                    before,
                    nodes().bean(1, LiveStreams.class),
                    nodes().bean(1, Connections.class));

            phone.synced().join();
            assertThat(texts(phone)).containsExactly("buy gold");
            assertThat(nodes().bean(1, PushMessages.class).release(town().draft(bakery, "again")))
                    .isInstanceOf(PushOutcome.Refused.class);
        }

        @Test
        void countsAgainstTheQuotaThatTheOtherNodeHasSet() {
            var bakery = town().company("bakery");
            town().crowd(bakery, 1);
            town().release(bakery, "one");

            nodes().bean(0, Quotas.class).set(new SetQuota(bakery.id(), bakery.owner(), 1, 10, "too loud"));

            var outcome = nodes().bean(1, PushMessages.class).release(town().draft(bakery, "two"));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PushOutcome.Refused.class,
                            refused -> assertThat(refused.refusal().problem()).isEqualTo("quota-used-up"));
        }

        Device connect(int node, UserId user) {
            var device = Device.connect(
                    PartyRef.user(user),
                    null,
                    nodes().bean(node, LiveStreams.class),
                    nodes().bean(node, Connections.class));
            device.synced().join();
            return device;
        }

        static List<String> texts(Device device) {
            return device.seen().stream()
                    .map(StreamEntry::carried)
                    .filter(Message.class::isInstance)
                    .map(message -> ((Message) message).body().preview())
                    .toList();
        }

        Nodes nodes() {
            return Objects.requireNonNull(started);
        }

        Town town() {
            return Objects.requireNonNull(made);
        }
    }
}
