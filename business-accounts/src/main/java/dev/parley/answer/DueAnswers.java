package dev.parley.answer;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.Message;
import dev.parley.desk.DeskConversation;
import dev.parley.desk.spi.DeskWatcher;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the machine has to look at, table {@code answer_due}: written with the message itself, so that no crash loses it, and only for
 * accounts that have rules. Also who is in charge of a conversation, table {@code answer_person}.
 */
@Component
class DueAnswers implements DeskWatcher {
    /** So long a rule for any message is silent after it has answered. */
    static final Duration SILENCE = Duration.ofHours(12);

    /** So long one node has time to answer before another one may. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;
    private volatile Runnable onWritten = () -> {};

    DueAnswers(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
    }

    /** Has something run whenever there is more to do here. It must not block. */
    void onWritten(Runnable listener) {
        onWritten = listener;
    }

    /** A message to look at. */
    record Due(OfficialAccountId account, ConversationId conversation, long sequence) {}

    @Override
    public void asked(Collection<AcceptedMessage> questions) {
        var written = template.batchUpdate(
                "insert into answer_due (account_id, sequence, conversation_id) select ?, ?, ?"
                        + " where exists (select 1 from answer_rule where account_id = ? and enabled) on conflict do nothing",
                questions.stream()
                        .map(accepted -> new Object[] {
                            accepted.recipient().id(),
                            accepted.message().sequence(),
                            accepted.message().conversation().value(),
                            accepted.recipient().id()
                        })
                        .toList());
        for (var rows : written) {
            if (rows > 0) {
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        onWritten.run();
                    }
                });
                return;
            }
        }
    }

    @Override
    public void answered(Message answer, UserId author) {
        var account = answer.sender().party().id();
        jdbc.sql("insert into answer_person (account_id, conversation_id, since) select ?, ?, ?"
                        + " where exists (select 1 from answer_rule where account_id = ?) on conflict do nothing")
                .params(account, answer.conversation().value(), timestamp(answer.sentAt()), account)
                .update();
    }

    @Override
    public void closed(DeskConversation conversation, UserId by) {
        jdbc.sql("delete from answer_person where account_id = ? and conversation_id = ?")
                .params(
                        conversation.account().value(),
                        conversation.conversation().value())
                .update();
    }

    /** A person is in charge from now on, until the conversation is closed. */
    void handOver(Due due) {
        jdbc.sql(
                        "insert into answer_person (account_id, conversation_id, since) values (?, ?, ?) on conflict do nothing")
                .params(due.account().value(), due.conversation().value(), timestamp(clock.instant()))
                .update();
    }

    boolean personInCharge(Due due) {
        return jdbc.sql("select exists (select 1 from answer_person where account_id = ? and conversation_id = ?)")
                .params(due.account().value(), due.conversation().value())
                .query(Boolean.class)
                .single();
    }

    Set<UUID> answeredLately(Due due) {
        return jdbc
                .sql("select rule_id from answer_given where account_id = ? and conversation_id = ? and at > ?")
                .params(
                        due.account().value(),
                        due.conversation().value(),
                        timestamp(clock.instant().minus(SILENCE)))
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void gave(Due due, UUID rule) {
        jdbc.sql("insert into answer_given (account_id, conversation_id, rule_id, at) values (?, ?, ?, ?)"
                        + " on conflict (account_id, conversation_id, rule_id) do update set at = excluded.at")
                .params(due.account().value(), due.conversation().value(), rule, timestamp(clock.instant()))
                .update();
    }

    /** Takes what is due for this node, oldest first; another node may take it when this one has not {@link #done} it in time. */
    List<Due> take(int limit) {
        var now = clock.instant();
        return jdbc.sql(
                        "update answer_due set taken_until = ? where (account_id, sequence) in (select account_id, sequence"
                                + " from answer_due where taken_until is null or taken_until < ? order by sequence limit ?"
                                + " for update skip locked) returning account_id, conversation_id, sequence")
                .params(timestamp(now.plus(LEASE)), timestamp(now), limit)
                .query((row, _) -> new Due(
                        new OfficialAccountId(row.getObject("account_id", UUID.class)),
                        new ConversationId(row.getObject("conversation_id", UUID.class)),
                        row.getLong("sequence")))
                .list();
    }

    void done(Due due) {
        jdbc.sql("delete from answer_due where account_id = ? and sequence = ?")
                .params(due.account().value(), due.sequence())
                .update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
