package dev.parley.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.InboxEntry;
import dev.parley.delivery.Inboxes;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.testing.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law 7 for blocks over two nodes. They remember for ten minutes who may write, so that nothing is forgotten by chance. */
class TwoNodesContactTests {
    private static @Nullable Nodes started;

    private UserId alice = UserId.next();
    private UserId bob = UserId.next();
    private ConversationId conversation = new ConversationId(Ids.next());

    @BeforeAll
    static void startTwoNodes() {
        started = Nodes.start(ParleyTestApplication.class, 2, "parley.contact.gate-memory=10m");
    }

    @AfterAll
    static void stopThem() {
        nodes().close();
    }

    @BeforeEach
    void becomeContacts() {
        alice = signUp("alice");
        bob = signUp("bob");
        conversation = meet();
        assertThat(aliceSays("hello")).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void refusesOnOneNodeWhomTheOtherHasBlockedInTheWordsForStrangers() {
        nodes().bean(0, Blocks.class).block(bob, PartyRef.user(alice));

        assertThat(problem(aliceSays("are you there?"))).isEqualTo("not-a-contact");
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void refusesOnOneNodeWhomTheOtherHasRemoved() {
        nodes().bean(0, Contacts.class).remove(bob, alice);

        assertThat(problem(aliceSays("are you there?"))).isEqualTo("not-a-contact");
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void letsWriteAgainOnOneNodeAtOnceWhatTheOtherHasUnblocked() {
        nodes().bean(0, Blocks.class).block(bob, PartyRef.user(alice));
        assertThat(problem(aliceSays("are you there?"))).isEqualTo("not-a-contact");

        nodes().bean(0, Blocks.class).unblock(bob, PartyRef.user(alice));

        assertThat(aliceSays("hello again")).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void answersARepetitionWithTheOriginalThoughTheSenderIsBlockedByNow() {
        var said = says("remember this");
        var first = nodes().bean(1, Conversations.class).send(said);

        nodes().bean(0, Blocks.class).block(bob, PartyRef.user(alice));

        assertThat(nodes().bean(1, Conversations.class).send(said))
                .isEqualTo(new SendOutcome.Repeated(((SendOutcome.Accepted) first).message()));
    }

    /** Several keep writing on one node while the other blocks: nothing stands behind what was there when the block returned. */
    @Test
    void writesNothingBehindABlockThatHasReturned() throws Exception {
        for (var round = 0; round < 5; round++) {
            var over = new AtomicBoolean();
            var refused = new ConcurrentLinkedQueue<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writing = new ArrayList<Future<?>>();
                for (var writer = 0; writer < 4; writer++) {
                    writing.add(threads.submit(() -> {
                        while (!over.get()) {
                            if (aliceSays("listen!") instanceof SendOutcome.Refused(var refusal)) {
                                refused.add(refusal.problem());
                            }
                        }
                    }));
                }
                try {
                    var before = arrived().size();
                    await().until(() -> arrived().size() > before + 5);

                    nodes().bean(0, Blocks.class).block(bob, PartyRef.user(alice));
                    var seen = arrived();
                    await().until(() -> refused.size() > 20 || arrived().size() > seen.size());

                    assertThat(arrived()).isEqualTo(seen);
                    assertThat(refused).containsOnly("not-a-contact");
                } finally {
                    over.set(true);
                }
                for (var each : writing) {
                    each.get();
                }
            }
            nodes().bean(0, Blocks.class).unblock(bob, PartyRef.user(alice));
        }
    }

    private SendOutcome aliceSays(String text) {
        return nodes().bean(1, Conversations.class).send(says(text));
    }

    private SendMessage says(String text) {
        return SendMessage.from(
                alice,
                conversation,
                new MessageBody.Text(text),
                new IdempotencyKey(Ids.next().toString()));
    }

    private List<Long> arrived() {
        return nodes().bean(0, Inboxes.class).read(PartyRef.user(bob), 0, Integer.MAX_VALUE).stream()
                .map(InboxEntry::content)
                .filter(MessageArrived.class::isInstance)
                .map(content -> ((MessageArrived) content).sequence())
                .toList();
    }

    private ConversationId meet() {
        var contacts = nodes().bean(0, Contacts.class);
        contacts.request(alice, bob);
        return contacts.request(bob, alice) instanceof RequestOutcome.Accepted accepted
                ? accepted.contact().conversation()
                : fail("the two did not become contacts");
    }

    private static String problem(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused(var refusal)
                ? refusal.problem()
                : fail("not refused: " + outcome);
    }

    private static UserId signUp(String name) {
        var handle = name + "." + Ids.next().toString().substring(24);
        var outcome =
                nodes().bean(0, Users.class).signUp(new SignUp(handle, name, "correct horse battery", null, null));
        return outcome instanceof SignedUp(var user) ? user.id() : fail("not signed up: " + outcome);
    }

    private static Nodes nodes() {
        return Objects.requireNonNull(started);
    }
}
