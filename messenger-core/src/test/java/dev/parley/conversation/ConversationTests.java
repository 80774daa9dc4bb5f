package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.conversation.SendOutcome.Accepted;
import dev.parley.conversation.SendOutcome.Refused;
import dev.parley.conversation.SendOutcome.Repeated;
import dev.parley.conversation.spi.MessageGate;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.delivery.ReceiptState;
import dev.parley.delivery.Receipts;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ParleyTestApplication.class)
@Import(ConversationTests.Guards.class)
class ConversationTests {
    private final Conversations conversations;
    private final Receipts receipts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private final PartyRef alice = new PartyRef("person", Ids.next());
    private final PartyRef bob = new PartyRef("person", Ids.next());
    private ConversationId aliceAndBob = ConversationId.next();

    @Autowired
    ConversationTests(
            Conversations conversations, Receipts receipts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.conversations = conversations;
        this.receipts = receipts;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void openTheConversation() {
        aliceAndBob = conversations.open(Member.of(alice), Member.of(bob));
    }

    @Test
    void opensOneConversationForTwoPartiesHoweverOftenAndFromWhicheverSide() {
        assertThat(conversations.open(Member.of(bob), Member.of(alice))).isEqualTo(aliceAndBob);
        assertThat(conversations.between(bob, alice)).contains(aliceAndBob);
    }

    @Test
    void acknowledgesNothingBeforeItsCommitIsThrough() {
        commitsWaitForALock();

        var sending = transaction.execute(_ -> {
            jdbc.sql("select 1 from pg_advisory_xact_lock(1)").query().singleValue();
            var begun = conversations.submit(says(alice, "hello", "k1"));
            await().until(() -> jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .query(Long.class)
                            .single()
                    == 1); // everything is written, and the commit has begun

            assertThat(begun.copy().completeOnTimeout(null, 300, TimeUnit.MILLISECONDS))
                    .succeedsWithin(Duration.ofSeconds(5))
                    .isNull();
            assertThat(stored("hello")).isZero();
            return begun;
        });

        assertThat(sending.join()).isInstanceOf(Accepted.class);
        assertThat(stored("hello")).isEqualTo(1);
        jdbc.sql("drop function wait_for_a_lock() cascade").update();
    }

    private void commitsWaitForALock() {
        jdbc.sql("""
                        create function wait_for_a_lock() returns trigger language plpgsql as $$
                        begin perform pg_advisory_xact_lock(1); return null; end $$""").update();
        jdbc.sql("""
                        create constraint trigger wait_at_commit after insert on message
                        deferrable initially deferred for each row execute function wait_for_a_lock()""").update();
    }

    @Test
    void refusesAndStoresNothingWhenTheTransactionIsRolledBackAndSparesTheNeighbours() {
        var sendings = IntStream.range(0, 40)
                .mapToObj(i -> conversations.submit(says(alice, i == 17 ? "spoil it" : "number " + i, "r" + i)))
                .toList();

        var outcomes = sendings.stream().map(CompletableFuture::join).toList();

        assertThat(outcomes.get(17))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("unavailable"));
        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(39);
        assertThat(stored("spoil it")).isZero();
        assertThat(history(bob)).hasSize(39);
    }

    @Test
    void answersARepetitionWithTheOriginal() {
        var first = conversations.send(says(alice, "hello", "k1"));
        var again = conversations.send(says(alice, "hello", "k1"));

        assertThat(first).isInstanceOf(Accepted.class);
        assertThat(again).isEqualTo(new Repeated(((Accepted) first).message()));
        assertThat(history(bob)).hasSize(1);
    }

    @Test
    void storesOnceWhatIsSentManyTimesAtOnce() {
        var sendings = IntStream.range(0, 50)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> conversations.send(says(alice, "once", "same"))))
                .toList();

        var outcomes = sendings.stream().map(CompletableFuture::join).toList();

        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Repeated.class::isInstance).hasSize(49);
        assertThat(history(bob)).hasSize(1);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKeyAndLetsTheOtherSideUseIt() {
        conversations.send(says(alice, "hello", "k1"));

        assertThat(refusal(conversations.send(says(alice, "goodbye", "k1")))).isEqualTo("idempotency-key-reused");
        assertThat(conversations.send(says(bob, "hello", "k1"))).isInstanceOf(Accepted.class);
    }

    @Test
    void letsNobodyWriteToOrReadAConversationOfOthers() {
        var mallory = new PartyRef("person", Ids.next());

        assertThat(refusal(conversations.send(says(mallory, "let me in", "k1"))))
                .isEqualTo("not-found");
        assertThat(conversations.history(mallory, aliceAndBob, null, 10)).isEmpty();
        assertThat(conversations.acknowledge(mallory, aliceAndBob, 1, 1)).isPresent();
        assertThat(conversations.change(mallory, aliceAndBob, new ChangeSettings(true, null)))
                .isFalse();
        assertThat(history(bob)).isEmpty();
    }

    @Test
    void asksTheGatesButAnswersARepetitionThatWasAcceptedBefore() {
        var before = conversations.send(says(alice, "hello", "k1"));
        jdbc.sql("update message set body = jsonb_set(body, '{text}', '\"shut\"') where conversation_id = ?")
                .param(aliceAndBob.value())
                .update();

        assertThat(refusal(conversations.send(says(alice, "shut", "k2")))).isEqualTo("blocked");
        assertThat(conversations.send(says(alice, "shut", "k1")))
                .isInstanceOfSatisfying(
                        Repeated.class,
                        repeated -> assertThat(repeated.message().id())
                                .isEqualTo(((Accepted) before).message().id()));
    }

    @Test
    void pagesThroughTheHistoryWithoutLosingOrRepeatingAMessage() {
        IntStream.range(0, 25).forEach(i -> conversations.send(says(i % 2 == 0 ? alice : bob, "number " + i, "k" + i)));

        var newest = conversations.history(alice, aliceAndBob, null, 10).orElseThrow();
        var middle = conversations
                .history(alice, aliceAndBob, newest.messages().getFirst().sequence(), 10)
                .orElseThrow();
        var oldest = conversations
                .history(alice, aliceAndBob, middle.messages().getFirst().sequence(), 10)
                .orElseThrow();

        assertThat(newest.hasMore()).isTrue();
        assertThat(oldest.hasMore()).isFalse();
        assertThat(List.of(oldest, middle, newest))
                .flatExtracting(History::messages)
                .extracting(message -> message.body().preview())
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(i -> "number " + i).toList());
    }

    @Test
    void listsConversationsWithLastMessageUnreadReceiptsAndSettings() {
        var carol = new PartyRef("person", Ids.next());
        var aliceAndCarol = conversations.open(Member.of(alice), Member.of(carol));
        conversations.send(says(alice, "are you there?", "k1"));
        var seen = accepted(conversations.send(says(bob, "yes", "k2")));
        conversations.acknowledge(alice, aliceAndBob, 0, seen.sequence());
        receipts.flush();
        accepted(conversations.send(says(bob, "and you?", "k3")));
        conversations.change(alice, aliceAndBob, new ChangeSettings(true, null));

        var rows = conversations.rows(alice);

        assertThat(rows).extracting(ConversationRow::id).containsExactlyInAnyOrder(aliceAndBob, aliceAndCarol);
        var row = conversations.rows(alice, List.of(aliceAndBob)).getFirst();
        assertThat(row.other().party()).isEqualTo(bob);
        assertThat(row.lastMessage())
                .isNotNull()
                .extracting(message -> message.body().preview())
                .isEqualTo("and you?");
        assertThat(row.unread()).isEqualTo(1);
        assertThat(row.mine()).isEqualTo(new ReceiptState(seen.sequence(), seen.sequence()));
        assertThat(row.settings()).isEqualTo(new MemberSettings(true, false));
        assertThat(conversations.rows(bob).getFirst().theirs()).isEqualTo(row.mine());
        assertThat(conversations.rows(bob).getFirst().settings()).isEqualTo(new MemberSettings(false, false));
    }

    @Test
    void movesReceiptsOnlyForwardAndNeverBeyondWhatIsWritten() {
        var message = accepted(conversations.send(says(alice, "hello", "k1")));

        conversations.acknowledge(bob, aliceAndBob, Long.MAX_VALUE, 0);
        receipts.flush();
        conversations.acknowledge(bob, aliceAndBob, 1, 0);
        receipts.flush();

        assertThat(conversations.rows(alice).getFirst().theirs()).isEqualTo(new ReceiptState(message.sequence(), 0));
    }

    @Test
    void showsAHiddenConversationAgainWhenItIsOpenedAgain() {
        conversations.send(says(alice, "hello", "k1"));
        conversations.hide(alice, aliceAndBob);

        assertThat(conversations.rows(alice)).isEmpty();
        assertThat(conversations.rows(bob)).hasSize(1);
        conversations.open(Member.of(alice), Member.of(bob));
        assertThat(conversations.rows(alice))
                .singleElement()
                .extracting(ConversationRow::lastMessage)
                .isNotNull();
    }

    @Test
    void showsAMemberToTheOtherSideAsItsAlias() {
        var bakery = new PartyRef("shop", Ids.next());
        var guest = new PartyRef("guest", Ids.next());
        var conversation = conversations.open(new Member(alice, guest), Member.of(bakery));
        conversations.send(new SendMessage(
                conversation, alice, null, new MessageBody.Text("open?"), new IdempotencyKey("k1"), false));

        var message = conversations
                .history(bakery, conversation, null, 1)
                .orElseThrow()
                .messages()
                .getFirst();

        assertThat(message.sender().seenBy(bakery)).isEqualTo(guest);
        assertThat(message.sender().seenBy(alice)).isEqualTo(alice);
    }

    @Test
    void writesSeveralMessagesTogetherInOrderAndOnceHoweverOftenTheyAreSent() {
        var sent = sendAll("several", "one", "two", "three");

        assertThat(sent).isInstanceOf(SendAllOutcome.Accepted.class);
        assertThat(sendAll("several", "one", "two", "three"))
                .isEqualTo(new SendAllOutcome.Repeated(((SendAllOutcome.Accepted) sent).messages()));
        assertThat(history(bob)).extracting(message -> message.body().preview()).containsExactly("one", "two", "three");
    }

    @Test
    void writesNoneOfSeveralMessagesWhenOneOfThemIsRefusedOrCannotBeWritten() {
        var neighbour = conversations.submit(says(bob, "neighbour", "n1"));

        assertThat(sendAll("refused", "one", "shut", "three")).isInstanceOf(SendAllOutcome.Refused.class);
        assertThat(sendAll("spoiled", "one", "two", "spoil it")).isInstanceOf(SendAllOutcome.Refused.class);

        assertThat(neighbour.join()).isInstanceOf(Accepted.class);
        assertThat(history(bob)).extracting(message -> message.body().preview()).containsExactly("neighbour");
    }

    @Test
    void refusesAKeyOfSeveralMessagesForFewerMoreOrOthers() {
        sendAll("several", "one", "two");

        for (var others : List.of(List.of("one"), List.of("one", "two", "three"), List.of("one", "other"))) {
            assertThat(sendAll("several", others.toArray(String[]::new)))
                    .isInstanceOfSatisfying(
                            SendAllOutcome.Refused.class,
                            refused -> assertThat(refused.refusal().problem()).isEqualTo("idempotency-key-reused"));
        }
        assertThat(history(bob)).hasSize(2);
    }

    private SendAllOutcome sendAll(String key, String... texts) {
        var bodies =
                Arrays.stream(texts).<MessageBody>map(MessageBody.Text::new).toList();
        return conversations.sendAll(aliceAndBob, alice, null, bodies, new IdempotencyKey(key), false);
    }

    private SendMessage says(PartyRef sender, String text, String key) {
        return new SendMessage(aliceAndBob, sender, null, new MessageBody.Text(text), new IdempotencyKey(key), false);
    }

    private List<Message> history(PartyRef viewer) {
        return conversations
                .history(viewer, aliceAndBob, null, 100)
                .orElseThrow()
                .messages();
    }

    private long stored(String text) {
        return jdbc.sql("select count(*) from message where conversation_id = ? and body ->> 'text' = ?")
                .param(aliceAndBob.value())
                .param(text)
                .query(Long.class)
                .single();
    }

    private static Message accepted(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).message();
    }

    private static String refusal(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).refusal().problem();
    }

    @Configuration(proxyBeanMethods = false)
    static class Guards {
        @Bean
        MessageGate refusesWhatIsShut() {
            return attempt ->
                    attempt.body().preview().equals("shut") ? Refusal.of("blocked", "test", "The door is shut.") : null;
        }

        @Bean
        MessageObserver breaksOnSpoiledMessages() {
            return batch -> {
                if (batch.stream()
                        .anyMatch(
                                accepted -> accepted.message().body().preview().equals("spoil it"))) {
                    throw new IllegalStateException("spoiled");
                }
            };
        }
    }
}
