package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.conversation.Message;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Connections;
import dev.parley.delivery.Device;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.EntryContent.Changed;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.LiveStreams;
import dev.parley.delivery.StreamEntry;
import dev.parley.follow.Follows;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.Period;
import dev.parley.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What a release hands to followers who are connected to this node. */
@SpringBootTest(classes = ParleyTestApplication.class)
class LivePushesTests {
    private final Dosages dosages;
    private final Follows follows;
    private final FollowerTimeline timeline;
    private final LiveStreams streams;
    private final Connections connections;
    private final SettableClock clock;
    private final Town town;
    private final List<Device> devices = new ArrayList<>();

    @Autowired
    LivePushesTests(
            Dosages dosages,
            Follows follows,
            FollowerTimeline timeline,
            LiveStreams streams,
            Connections connections,
            SettableClock clock,
            ApplicationContext context) {
        this.dosages = dosages;
        this.follows = follows;
        this.timeline = timeline;
        this.streams = streams;
        this.connections = connections;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @AfterEach
    void disconnect() {
        devices.forEach(Device::disconnect);
    }

    @Test
    void handsAPushMessageToEveryDeviceOfAConnectedFollowerOnceAndInOrder() {
        var bakery = town.company("bakery");
        var alice = town.person("alice", "UTC");
        town.follow(alice, bakery);
        var phone = connect(alice);
        var laptop = connect(alice);

        var first = town.release(bakery, "first");
        var second = town.release(bakery, "second");

        for (var device : List.of(phone, laptop)) {
            awaitTheEndOf(device, second);
            assertThat(messages(device)).extracting(Message::id).containsExactly(first.id(), second.id());
            assertThat(contents(device)).allMatch(MessageArrived.class::isInstance);
        }
    }

    @Test
    void tellsOfAHeldPushMessageOnlyThatTheDigestHasChanged() {
        var bakery = town.company("bakery");
        var alice = town.person("alice", "UTC");
        town.follow(alice, bakery);
        dosages.choose(alice, bakery.id(), new AtMost(1, Period.WEEK));
        var phone = connect(alice);

        var fits = town.release(bakery, "fits");
        var held = town.release(bakery, "held");

        awaitTheEndOf(phone, held);
        assertThat(messages(phone)).extracting(Message::id).containsExactly(fits.id());
        assertThat(contents(phone)).hasSize(2).last().isEqualTo(new Changed(ChangedThing.DIGEST, null));
    }

    @Test
    void tellsNothingToWhoWantsOnlyAnswersOrHasUnfollowed() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 1);
        var alice = town.person("alice", "UTC");
        town.follow(alice, bakery);
        dosages.choose(alice, bakery.id(), new Dosage.AnswersOnly());
        var bob = town.person("bob", "UTC");
        town.follow(bob, bakery);
        follows.unfollow(bob, bakery.id());
        var phone = connect(alice);
        var laptop = connect(bob);

        var push = town.release(bakery, "nobody hears this");

        assertThat(timeline.newest()).isEqualTo(push.sequence());
        for (var device : List.of(phone, laptop)) {
            awaitTheEndOf(device, push);
            assertThat(device.seen()).isEmpty();
        }
    }

    private Device connect(UserId user) {
        var device = Device.connect(PartyRef.user(user), null, streams, connections);
        device.synced().join();
        devices.add(device);
        return device;
    }

    /** Until nothing more of the timeline up to this push message can come. */
    private static void awaitTheEndOf(Device device, PushMessage push) {
        await().until(() -> device.position().push() >= push.sequence());
    }

    private static List<EntryContent> contents(Device device) {
        return device.seen().stream().map(StreamEntry::content).toList();
    }

    private static List<Message> messages(Device device) {
        return device.seen().stream()
                .map(StreamEntry::carried)
                .filter(Message.class::isInstance)
                .map(carried -> (Message) Objects.requireNonNull(carried))
                .toList();
    }
}
