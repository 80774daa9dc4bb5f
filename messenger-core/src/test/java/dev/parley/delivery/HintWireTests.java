package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.delivery.Hint.InboxesGrew;
import dev.parley.delivery.Hint.Position;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HintWireTests {
    private static final PartyRef ALICE = PartyRef.user(UserId.next());
    private static final PartyRef BAKERY = new PartyRef("account", Ids.next());
    private static final NodeId NODE = NodeId.random();

    private final HintWire wire = new HintWire("parley");

    static Stream<Hint> hints() {
        return Stream.of(
                new InboxesGrew(List.of(new Position(BAKERY, Long.MAX_VALUE))),
                new Hint.TimelineGrew(77),
                new Hint.Signalled(ALICE, new Signal.Typing(new ConversationId(Ids.next()), Ids.next(), true)),
                new Hint.Signalled(BAKERY, new Signal.PresenceChanged(ALICE, false)),
                new Hint.UserEnded(UserId.next(), null),
                new Hint.UserEnded(UserId.next(), DeviceId.next()),
                new Hint.PartyEnded(BAKERY, null),
                new Hint.PartyEnded(BAKERY, UserId.next()),
                new Hint.PresenceTold(ALICE, BAKERY, NODE, true),
                new Hint.PresenceAsked(ALICE, null, NODE),
                new Hint.PresenceAsked(ALICE, BAKERY, NODE),
                new Hint.PresenceConfirmed(NODE, ALICE, null, NodeId.random()),
                new Hint.PresenceConfirmed(NODE, ALICE, BAKERY, NodeId.random()),
                new Hint.NodeLives(NODE),
                new Hint.NodeStops(NODE));
    }

    @ParameterizedTest
    @MethodSource("hints")
    void readsWhatItWrote(Hint hint) {
        var read = new ArrayList<Hint>();

        wire.write(hint, (_, bytes) -> read.add(wire.read(bytes).orElseThrow()));

        assertThat(read).containsExactly(hint);
    }

    @Test
    void knowsEveryKindOfHint() {
        assertThat(hints().<Class<?>>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(Hint.class.getPermittedSubclasses());
    }

    @Test
    void sendsNewsOfInboxesToEachPartyOnItsOwn() {
        var subjects = new ArrayList<String>();

        wire.write(
                new InboxesGrew(List.of(new Position(ALICE, 1), new Position(BAKERY, 2))),
                (subject, _) -> subjects.add(subject));

        assertThat(subjects).containsExactly(wire.party(ALICE), wire.party(BAKERY));
    }

    @Test
    void passesOverWhatItDoesNotUnderstand() {
        var random = new Random(7);
        for (var i = 0; i < 100_000; i++) {
            var bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && i % 2 == 0) {
                bytes[0] = 1;
                bytes[1] = (byte) (random.nextInt(14));
            }
            var _ = wire.read(bytes); // whatever comes, it throws nothing
        }
        assertThat(wire.read(new byte[] {2, 10, 0, 0, 0, 0, 0, 0, 0, 1})).isEmpty();
    }
}
