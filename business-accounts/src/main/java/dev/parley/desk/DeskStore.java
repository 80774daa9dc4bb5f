package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code desk_conversation}, keyed by account and conversation; made by a follower's first message and kept. */
@Component
class DeskStore {
    static final String COLUMNS = "account_id, conversation_id, follower_id, waiting_since, assignee_id, open,"
            + " snoozed_until, tag_ids, last_sequence, last_at";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DeskStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Followers have written: their conversations are open, awake and wait, those that waited already since their first message. */
    void written(List<Question> questions) {
        template.batchUpdate(
                "insert into desk_conversation as d"
                        + " (account_id, conversation_id, follower_id, waiting_since, last_sequence, last_at)"
                        + " values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (account_id, conversation_id) do update set open = true, snoozed_until = null,"
                        + " waiting_since = coalesce(case when d.open then d.waiting_since end, excluded.waiting_since),"
                        + " last_sequence = excluded.last_sequence, last_at = excluded.last_at",
                questions.stream()
                        .map(question -> new Object[] {
                            question.said().account().value(),
                            question.said().conversation().value(),
                            question.follower().value(),
                            timestamp(question.said().at()),
                            question.said().sequence(),
                            timestamp(question.said().at())
                        })
                        .toList());
    }

    /** A team member has answered: nobody waits, and who answered takes care unless somebody did already. */
    void answered(Said said, UserId author) {
        jdbc.sql("update desk_conversation set waiting_since = null, assignee_id = coalesce(assignee_id, ?),"
                        + " last_sequence = ?, last_at = ? where account_id = ? and conversation_id = ?")
                .params(
                        author.value(),
                        said.sequence(),
                        timestamp(said.at()),
                        said.account().value(),
                        said.conversation().value())
                .update();
    }

    /** Something was said that is no answer of a person's. */
    void said(Said said) {
        jdbc.sql("update desk_conversation set last_sequence = ?, last_at = ?"
                        + " where account_id = ? and conversation_id = ?")
                .params(
                        said.sequence(),
                        timestamp(said.at()),
                        said.account().value(),
                        said.conversation().value())
                .update();
    }

    Optional<DeskConversation> find(OfficialAccountId account, ConversationId conversation) {
        return jdbc.sql("select " + COLUMNS + " from desk_conversation where account_id = ? and conversation_id = ?")
                .params(account.value(), conversation.value())
                .query((row, number) -> conversation(row))
                .optional();
    }

    /** As {@link #find}, and nobody else changes it before the end of the transaction. */
    Optional<DeskConversation> lock(OfficialAccountId account, ConversationId conversation) {
        return jdbc.sql("select " + COLUMNS
                        + " from desk_conversation where account_id = ? and conversation_id = ? for update")
                .params(account.value(), conversation.value())
                .query((row, number) -> conversation(row))
                .optional();
    }

    Optional<DeskConversation> ofFollower(OfficialAccountId account, FollowerId follower) {
        return jdbc.sql("select " + COLUMNS + " from desk_conversation where account_id = ? and follower_id = ?")
                .params(account.value(), follower.value())
                .query((row, number) -> conversation(row))
                .optional();
    }

    void assign(DeskConversation conversation, @Nullable UserId assignee) {
        jdbc.sql("update desk_conversation set assignee_id = ? where account_id = ? and conversation_id = ?")
                .param(1, assignee == null ? null : assignee.value())
                .param(2, conversation.account().value())
                .param(3, conversation.conversation().value())
                .update();
    }

    /** Opens or closes; either way it does not sleep any more. */
    void open(DeskConversation conversation, boolean open) {
        jdbc.sql(
                        "update desk_conversation set open = ?, snoozed_until = null where account_id = ? and conversation_id = ?")
                .params(
                        open,
                        conversation.account().value(),
                        conversation.conversation().value())
                .update();
    }

    void snooze(DeskConversation conversation, @Nullable Snooze snooze) {
        var until = snooze == null ? null : snooze.until() == null ? OffsetDateTime.MAX : timestamp(snooze.until());
        jdbc.sql("update desk_conversation set snoozed_until = ? where account_id = ? and conversation_id = ?")
                .param(1, until)
                .param(2, conversation.account().value())
                .param(3, conversation.conversation().value())
                .update();
    }

    void tag(DeskConversation conversation, List<TagId> tags) {
        jdbc.sql("update desk_conversation set tag_ids = ? where account_id = ? and conversation_id = ?")
                .param(1, tags.stream().map(TagId::value).toArray(UUID[]::new))
                .param(2, conversation.account().value())
                .param(3, conversation.conversation().value())
                .update();
    }

    void waitSince(DeskConversation conversation, Instant since) {
        jdbc.sql("update desk_conversation set waiting_since = coalesce(waiting_since, ?)"
                        + " where account_id = ? and conversation_id = ?")
                .params(
                        timestamp(since),
                        conversation.account().value(),
                        conversation.conversation().value())
                .update();
    }

    /** Those whose time to wake has come, the longest overdue first. Locks nothing. */
    List<DeskConversation> toWake(Instant now, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS + " from desk_conversation"
                                + " where open and snoozed_until is not null and snoozed_until <= ? order by snoozed_until limit ?")
                .params(timestamp(now), limit)
                .query((row, number) -> conversation(row))
                .list();
    }

    /** Those that wait and belong to nobody, in accounts that give them out by a rule; longest waiting first. Locks nothing. */
    List<DeskConversation> toAssign(int limit) {
        return jdbc.sql("select d." + COLUMNS.replace(", ", ", d.") + " from desk_setting s"
                        + " join desk_conversation d on d.account_id = s.account_id and d.open and d.snoozed_until is null"
                        + " and d.assignee_id is null and d.waiting_since is not null"
                        + " where s.assignment <> 'by-hand' order by d.waiting_since limit ?")
                .param(limit)
                .query((row, number) -> conversation(row))
                .list();
    }

    static DeskConversation conversation(ResultSet row) throws SQLException {
        var waitingSince = row.getObject("waiting_since", OffsetDateTime.class);
        var assignee = row.getObject("assignee_id", UUID.class);
        return new DeskConversation(
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new FollowerId(row.getObject("follower_id", UUID.class)),
                waitingSince == null ? null : waitingSince.toInstant(),
                assignee == null ? null : new UserId(assignee),
                row.getBoolean("open"),
                snooze(row.getObject("snoozed_until", OffsetDateTime.class)),
                Arrays.stream((UUID[]) row.getArray("tag_ids").getArray())
                        .map(TagId::new)
                        .toList(),
                row.getLong("last_sequence"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Snooze snooze(@Nullable OffsetDateTime until) {
        if (until == null) {
            return null;
        }
        return new Snooze(until.equals(OffsetDateTime.MAX) ? null : until.toInstant());
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A message, as far as the desk looks at it. */
    record Said(OfficialAccountId account, ConversationId conversation, long sequence, Instant at) {}

    /** A follower's message. */
    record Question(Said said, FollowerId follower) {}
}
