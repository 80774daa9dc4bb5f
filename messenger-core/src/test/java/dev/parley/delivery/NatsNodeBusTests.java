package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.delivery.Hint.InboxesGrew;
import dev.parley.delivery.Hint.Position;
import dev.parley.delivery.Hint.TimelineGrew;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.testing.NatsServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hints over a real nats-server. */
class NatsNodeBusTests {
    private final PartyRef alice = PartyRef.user(UserId.next());
    private final PartyRef bob = PartyRef.user(UserId.next());
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @Test
    void tellsTheNodesThatListenForAPartyAndNoOther() {
        var nats = remember(NatsServer.start());
        var one = join(nats);
        var two = join(nats);
        var three = join(nats);
        two.place.listen(alice);
        three.place.listen(bob);
        settle(one, two, three);

        one.place.publish(new InboxesGrew(List.of(new Position(alice, 5), new Position(bob, 6))));
        one.place.publish(new TimelineGrew(1));

        await().until(() -> two.hasHeard(new TimelineGrew(1)) && three.hasHeard(new TimelineGrew(1)));
        assertThat(two.inboxes()).containsExactly(new Position(alice, 5));
        assertThat(three.inboxes()).containsExactly(new Position(bob, 6));
        assertThat(one.inboxes()).isEmpty();
    }

    @Test
    void hearsNothingMoreOfAPartyThatItForgot() {
        var nats = remember(NatsServer.start());
        var one = join(nats);
        var two = join(nats);
        two.place.listen(alice);
        two.place.forget(alice);
        two.place.listen(bob);
        settle(one, two);

        one.place.publish(new InboxesGrew(List.of(new Position(alice, 5), new Position(bob, 6))));

        await().until(() -> !two.inboxes().isEmpty());
        assertThat(two.inboxes()).containsExactly(new Position(bob, 6));
    }

    @Test
    void joinsOnceNatsIsThereAndAgainAfterItWasAway() {
        var nats = remember(NatsServer.later());
        var one = join(nats);
        var two = join(nats);
        two.place.listen(alice);
        assertThat(one.place.state()).isEqualTo(NodeBus.State.AWAY);

        for (var round = 1; round <= 2; round++) {
            nats.startAgain();
            settle(one, two);
            var position = new Position(alice, round);
            one.place.publish(new InboxesGrew(List.of(position)));
            await().until(() -> two.inboxes().contains(position));
            assertThat(two.rejoined).hasValue(round);

            nats.stop();
            await().until(() -> one.place.state() == NodeBus.State.AWAY && two.place.state() == NodeBus.State.AWAY);
        }
    }

    @Test
    void dropsWhatItCannotCarryAndLetsNobodyWait() {
        var nats = remember(NatsServer.later());
        var one = join(nats);

        var began = System.nanoTime();
        for (var i = 0; i < 100_000; i++) {
            one.place.publish(new TimelineGrew(i));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void listensForTwentyThousandParties() {
        var nats = remember(NatsServer.start());
        var one = join(nats);
        var two = join(nats);
        var parties = new ArrayList<PartyRef>();
        for (var i = 0; i < 20_000; i++) {
            parties.add(PartyRef.user(UserId.next()));
        }
        parties.forEach(two.place::listen);
        two.place.listen(bob);
        settle(one, two);

        for (var from = 0; from < parties.size(); from += 1_000) {
            one.place.publish(new InboxesGrew(parties.subList(from, from + 1_000).stream()
                    .map(party -> new Position(party, 1))
                    .toList()));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> two.inboxes().size() == 20_000);
    }

    /** Whatever was subscribed before has reached the server once a later subscription brings something. */
    private void settle(Joined... nodes) {
        for (var node : nodes) {
            var probe = PartyRef.user(UserId.next());
            var other = nodes[0] == node ? nodes[1] : nodes[0];
            node.place.listen(probe);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                other.place.publish(new Hint.PartyEnded(probe, null));
                return node.hasHeard(new Hint.PartyEnded(probe, null));
            });
        }
    }

    private <T extends AutoCloseable> T remember(T opening) {
        opened.add(opening);
        return opening;
    }

    private Joined join(NatsServer nats) {
        var bus = new NatsNodeBus(new NatsProperties(nats.url(), "test", Duration.ofMillis(100)));
        var joined = new Joined(bus);
        remember(joined.place);
        return joined;
    }

    private static final class Joined implements NodeBus.Member {
        private final Queue<Hint> heard = new ConcurrentLinkedQueue<>();
        private final AtomicInteger rejoined = new AtomicInteger();
        private final NodeBus.Membership place;

        Joined(NodeBus bus) {
            place = bus.join(NodeId.random(), this);
        }

        boolean hasHeard(Hint hint) {
            return heard.contains(hint);
        }

        List<Position> inboxes() {
            return heard.stream()
                    .filter(InboxesGrew.class::isInstance)
                    .flatMap(hint -> ((InboxesGrew) hint).positions().stream())
                    .toList();
        }

        @Override
        public void heard(Hint hint) {
            heard.add(hint);
        }

        @Override
        public void rejoined() {
            rejoined.incrementAndGet();
        }
    }
}
