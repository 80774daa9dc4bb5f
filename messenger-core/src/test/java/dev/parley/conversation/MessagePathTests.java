package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.conversation.SendOutcome.Accepted;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.delivery.Connections;
import dev.parley.delivery.Device;
import dev.parley.delivery.EntryContent.Acknowledged;
import dev.parley.delivery.EntryContent.Changed;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.InboxEntry;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.LiveStreams;
import dev.parley.delivery.Receipts;
import dev.parley.delivery.StreamEntry;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.testing.Nodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The laws of the message path, with two nodes on one database, by counting. */
class MessagePathTests {
    private static @Nullable Nodes started;

    @BeforeAll
    static void startTwoNodes() {
        started = Nodes.start(ParleyTestApplication.class, 2, "parley.conversation.append-batch=7");
    }

    @AfterAll
    static void stopThem() {
        nodes().close();
    }

    @Test
    void everyDeviceOfEveryMemberSeesTheSameOrder() throws Exception {
        var alice = person();
        var bob = person();
        var conversation = open(alice, bob);
        var devices =
                List.of(connect(0, alice, null), connect(1, alice, null), connect(0, bob, null), connect(1, bob, null));
        devices.forEach(device -> device.synced().join());

        together(
                () -> talk(0, alice, conversation, 150),
                () -> talk(1, bob, conversation, 150),
                () -> talk(1, alice, conversation, 150),
                () -> talk(0, bob, conversation, 150));

        for (var device : devices) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(messages(device.seen())).hasSize(600));
        }
        var stored = storedSequences(conversation);
        assertThat(stored).hasSize(600);
        assertThat(devices)
                .allSatisfy(device -> assertThat(messages(device.seen())).containsExactlyElementsOf(stored));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readingOnFromAnyCursorEqualsAFreshRead(long seed) throws Exception {
        var random = new Random(seed);
        var people = List.of(person(), person(), person(), person());
        var reader = people.getFirst();
        var conversations = new ArrayList<ConversationId>();
        for (var other : people.subList(1, 4)) {
            conversations.add(open(reader, other));
        }
        var writing = new AtomicBoolean(true);
        var readOn = new ArrayList<InboxEntry>();
        var inboxes = nodes().bean(0, Inboxes.class);

        var writers = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 3; i++) {
            var conversation = conversations.get(i);
            var other = people.get(i + 1);
            var node = i % 2;
            var choices = new Random(random.nextLong());
            writers.add(() -> live(node, reader, other, conversation, choices));
            writers.add(() -> live(1 - node, other, reader, conversation, new Random(seed + node)));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = executor.submit(() -> {
                var after = 0L;
                while (true) {
                    var last = !writing.get();
                    var page = inboxes.read(reader, after, 1 + random.nextInt(40));
                    readOn.addAll(page);
                    if (!page.isEmpty()) {
                        after = page.getLast().sequence();
                    } else if (last) {
                        return null;
                    }
                }
            });
            together(writers);
            nodes().bean(0, Receipts.class).flush();
            nodes().bean(1, Receipts.class).flush();
            writing.set(false);
            reading.get();
        }

        var fresh = inboxes.read(reader, 0, Integer.MAX_VALUE);
        assertThat(state(readOn)).isEqualTo(state(fresh));
        assertThat(messagesOf(readOn)).isSorted().doesNotHaveDuplicates().containsExactlyElementsOf(messagesOf(fresh));
        for (var cursor = 0L; cursor <= inboxes.newest(reader); cursor += 13) {
            var from = cursor;
            assertThat(inboxes.read(reader, from, Integer.MAX_VALUE))
                    .containsExactlyElementsOf(fresh.stream()
                            .filter(entry -> entry.sequence() > from)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void aDeviceThatComesAndGoesMissesNothingAndSeesNothingTwice(long seed) throws Exception {
        var alice = person();
        var bob = person();
        var conversation = open(alice, bob);
        var seen = Collections.synchronizedList(new ArrayList<StreamEntry>());
        var writing = new AtomicBoolean(true);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable Void> wandering = executor.submit(() -> {
                var random = new Random(seed);
                var cursor = Cursor.START;
                while (true) {
                    var last = !writing.get();
                    var device = connect(random.nextInt(2), bob, cursor);
                    device.synced().join();
                    var enough = random.nextInt(30);
                    while (!last && writing.get() && device.seen().size() < enough) {
                        Thread.onSpinWait();
                    }
                    cursor = device.disconnect();
                    var upTo = cursor.inbox();
                    device.seen().stream()
                            .filter(entry -> entry.cursor().inbox() <= upTo)
                            .forEach(seen::add);
                    if (last) {
                        return null;
                    }
                }
            });
            together(() -> talk(0, alice, conversation, 200), () -> talk(1, bob, conversation, 200));
            writing.set(false);
            wandering.get();
        }

        assertThat(messages(seen)).containsExactlyElementsOf(storedSequences(conversation));
    }

    @Test
    void aDeviceThatIsTooFarBehindStartsAnewAndThenMissesNothing() throws Exception {
        var alice = person();
        var bob = person();
        var conversation = open(alice, bob);
        together(() -> talk(0, alice, conversation, 600), () -> talk(1, alice, conversation, 600));

        var far = connect(0, bob, Cursor.START);
        var fromAnotherLife = connect(0, bob, new Cursor(1_000_000, 0));
        far.synced().join();
        fromAnotherLife.synced().join();
        talk(1, alice, conversation, 3);

        assertThat(far.timesTooFarBehind()).isEqualTo(1);
        assertThat(fromAnotherLife.timesTooFarBehind()).isEqualTo(1);
        var newest = storedSequences(conversation).subList(1_200, 1_203);
        await().untilAsserted(() -> assertThat(messages(far.seen())).containsExactlyElementsOf(newest));
        await().untilAsserted(() -> assertThat(messages(fromAnotherLife.seen())).containsExactlyElementsOf(newest));
    }

    @Test
    void keepsOnlyTheNewestReceiptOfAConversationInAnInbox() throws Exception {
        var alice = person();
        var bob = person();
        var conversation = open(alice, bob);
        var sequences = new ArrayList<Long>();
        for (var i = 0; i < 5; i++) {
            sequences.add(send(0, alice, conversation, "number " + i).sequence());
        }
        var node = nodes().bean(0, Conversations.class);

        for (var sequence : sequences) {
            node.acknowledge(bob, conversation, sequence, 0);
            nodes().bean(0, Receipts.class).flush();
        }

        assertThat(nodes().bean(1, Inboxes.class).read(alice, 0, 100))
                .extracting(InboxEntry::content)
                .filteredOn(content -> !(content instanceof MessageArrived))
                .filteredOn(Acknowledged.class::isInstance)
                .containsExactly(new Acknowledged(conversation, bob.id(), sequences.getLast(), 0));
    }

    @Test
    void acceptsAKeyOnceHoweverManyNodesAreAskedAtTheSameTime() throws Exception {
        var alice = person();
        var bob = person();
        var conversation = open(alice, bob);
        var outcomes = new ConcurrentLinkedQueue<SendOutcome>();
        var asks = new ArrayList<Callable<Void>>();
        for (var i = 0; i < 40; i++) {
            var node = i % 2;
            asks.add(() -> {
                outcomes.add(nodes().bean(node, Conversations.class).send(says(alice, conversation, "once", "key")));
                return null;
            });
        }

        together(asks);

        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SendOutcome.Repeated.class::isInstance).hasSize(39);
        assertThat(storedSequences(conversation)).hasSize(1);
    }

    /** One side of a conversation: writes, acknowledges, and changes things of the reader. */
    private static @Nullable Void live(
            int node, PartyRef self, PartyRef other, ConversationId conversation, Random random) {
        var conversations = nodes().bean(node, Conversations.class);
        for (var i = 0; i < 60; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    var history =
                            conversations.history(self, conversation, null, 1).orElseThrow();
                    if (!history.messages().isEmpty()) {
                        var newest = history.messages().getLast().sequence();
                        conversations.acknowledge(self, conversation, newest, random.nextBoolean() ? newest : 0);
                    }
                }
                case 1 ->
                    nodes().bean(node, Changes.class).announce(other, ChangedThing.CONVERSATIONS, conversation.value());
                default -> send(node, self, conversation, "number " + i);
            }
        }
        return null;
    }

    /** What somebody knows who has taken all entries in this order. */
    private static Map<Object, Object> state(List<InboxEntry> entries) {
        var state = new HashMap<Object, Object>();
        for (var entry : entries) {
            switch (entry.content()) {
                case MessageArrived arrived -> state.put(arrived.sequence(), arrived);
                case Acknowledged told -> state.put(List.of(told.conversation(), told.by()), told);
                case Changed changed -> state.put(changed, entry.sequence());
            }
        }
        return state;
    }

    private static @Nullable Void talk(int node, PartyRef sender, ConversationId conversation, int count) {
        var conversations = nodes().bean(node, Conversations.class);
        var sendings = new ArrayList<CompletableFuture<SendOutcome>>();
        for (var i = 0; i < count; i++) {
            sendings.add(conversations.submit(
                    says(sender, conversation, "number " + i, Ids.next().toString())));
            if (i % 5 == 4) {
                sendings.removeLast().join();
            }
        }
        sendings.forEach(sending -> assertThat(sending.join()).isInstanceOf(Accepted.class));
        return null;
    }

    private static Message send(int node, PartyRef sender, ConversationId conversation, String text) {
        var outcome = nodes().bean(node, Conversations.class)
                .send(says(sender, conversation, text, Ids.next().toString()));
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).message();
    }

    private static SendMessage says(PartyRef sender, ConversationId conversation, String text, String key) {
        return new SendMessage(conversation, sender, null, new MessageBody.Text(text), new IdempotencyKey(key), false);
    }

    private static Device connect(int node, PartyRef party, @Nullable Cursor from) {
        return Device.connect(
                party, from, nodes().bean(node, LiveStreams.class), nodes().bean(node, Connections.class));
    }

    private static ConversationId open(PartyRef one, PartyRef other) {
        return nodes().bean(0, Conversations.class).open(Member.of(one), Member.of(other));
    }

    private static PartyRef person() {
        return new PartyRef("person", Ids.next());
    }

    private static List<Long> storedSequences(ConversationId conversation) {
        return nodes().bean(0, JdbcClient.class)
                .sql("select sequence from message where conversation_id = ? order by sequence")
                .param(conversation.value())
                .query(Long.class)
                .list();
    }

    private static List<Long> messages(List<StreamEntry> entries) {
        return entries.stream()
                .map(StreamEntry::content)
                .filter(MessageArrived.class::isInstance)
                .map(content -> ((MessageArrived) content).sequence())
                .toList();
    }

    private static List<Long> messagesOf(List<InboxEntry> entries) {
        return entries.stream()
                .map(InboxEntry::content)
                .filter(MessageArrived.class::isInstance)
                .map(content -> ((MessageArrived) content).sequence())
                .toList();
    }

    @SafeVarargs
    private static void together(Callable<@Nullable Void>... tasks) throws Exception {
        together(List.of(tasks));
    }

    private static void together(List<? extends Callable<@Nullable Void>> tasks) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : executor.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private static Nodes nodes() {
        assertThat(started).isNotNull();
        return Objects.requireNonNull(started);
    }
}
