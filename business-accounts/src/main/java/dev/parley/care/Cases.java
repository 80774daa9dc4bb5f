package dev.parley.care;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.desk.DeskConversation;
import dev.parley.desk.DeskEvent;
import dev.parley.desk.DeskEvents;
import dev.parley.desk.DeskSettings;
import dev.parley.desk.spi.DeskWatcher;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code care_case}: at most one open one for each conversation. A follower's question opens it, the first answer of a person
 * is noted, closing ends it. Some seconds later, when nobody has taken the closing back, the follower may be asked how it was.
 */
@Component
class Cases implements DeskWatcher {
    /** Longer than the undo of closing. */
    static final Duration ASK_AFTER = Duration.ofSeconds(15);

    private static final Duration ANSWER_WITHIN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final DeskSettings settings;
    private final DeskEvents events;
    private final Clock clock;

    Cases(JdbcClient jdbc, JdbcTemplate template, DeskSettings settings, DeskEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** A bare number of 1 to 5 after the question of how it was is its answer, and opens nothing. */
    @Override
    public Set<MessageId> settled(List<AcceptedMessage> written) {
        var settled = new HashSet<MessageId>();
        for (var accepted : written) {
            var rating = rating(accepted.message().body());
            if (rating.isPresent() && rate(accepted, rating.getAsInt())) {
                settled.add(accepted.message().id());
            }
        }
        return settled;
    }

    private boolean rate(AcceptedMessage accepted, int rating) {
        var account = new OfficialAccountId(accepted.recipient().id());
        var message = accepted.message();
        var rated = jdbc.sql("update care_case set rating = ?, rated_at = ? where account_id = ? and case_id = ("
                        + "select case_id from care_case where account_id = ? and conversation_id = ?"
                        + " order by opened_at desc limit 1)"
                        + " and closed_at is not null and asked_at > ? and rating is null")
                .params(
                        rating,
                        timestamp(message.sentAt()),
                        account.value(),
                        account.value(),
                        message.conversation().value(),
                        timestamp(message.sentAt().minus(ANSWER_WITHIN)))
                .update();
        if (rated == 0) {
            return false;
        }
        events.happened(account, message.conversation(), DeskEvent.Kind.RATED, String.valueOf(rating));
        return true;
    }

    static OptionalInt rating(MessageBody body) {
        var text = body instanceof MessageBody.Text ? body.preview().strip() : "";
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '5'
                ? OptionalInt.of(text.charAt(0) - '0')
                : OptionalInt.empty();
    }

    @Override
    public void asked(Collection<AcceptedMessage> questions) {
        template.batchUpdate(
                "insert into care_case (account_id, case_id, conversation_id, opened_at) values (?, ?, ?, ?)"
                        + " on conflict (account_id, conversation_id) where closed_at is null do nothing",
                questions.stream()
                        .map(accepted -> new Object[] {
                            accepted.recipient().id(),
                            Ids.next(),
                            accepted.message().conversation().value(),
                            timestamp(accepted.message().sentAt())
                        })
                        .toList());
    }

    @Override
    public void answered(Message answer, UserId author) {
        jdbc.sql("update care_case set first_answer_at = ?, first_answer_by = ? where account_id = ?"
                        + " and conversation_id = ? and closed_at is null and first_answer_at is null")
                .params(
                        timestamp(answer.sentAt()),
                        author.value(),
                        answer.sender().party().id(),
                        answer.conversation().value())
                .update();
    }

    @Override
    public void closed(DeskConversation conversation, UserId by) {
        var now = clock.instant();
        var asks = settings.of(conversation.account()).asksSatisfaction();
        jdbc.sql("update care_case set closed_at = ?, closed_by = ?, tag_ids = ?,"
                        + " ask_at = case when first_answer_at is not null then cast(? as timestamptz) end"
                        + " where account_id = ? and conversation_id = ? and closed_at is null")
                .param(1, timestamp(now))
                .param(2, by.value())
                .param(3, conversation.tags().stream().map(tag -> tag.value()).toArray(UUID[]::new))
                .param(4, asks ? timestamp(now.plus(ASK_AFTER)) : null)
                .param(5, conversation.account().value())
                .param(6, conversation.conversation().value())
                .update();
    }

    @Override
    public void reopened(DeskConversation conversation, UserId by) {
        jdbc.sql("update care_case set closed_at = null, closed_by = null, ask_at = null where account_id = ?"
                        + " and case_id = (select case_id from care_case where account_id = ? and conversation_id = ?"
                        + " order by opened_at desc limit 1) and closed_at is not null")
                .params(
                        conversation.account().value(),
                        conversation.account().value(),
                        conversation.conversation().value())
                .update();
    }

    /** A closed case whose follower is to be asked. */
    record Due(OfficialAccountId account, UUID id, ConversationId conversation) {}

    List<Due> due(Instant now, int limit) {
        return jdbc.sql("select account_id, case_id, conversation_id from care_case"
                        + " where ask_at is not null and ask_at <= ? order by ask_at limit ?")
                .params(timestamp(now), limit)
                .query((row, _) -> new Due(
                        new OfficialAccountId(row.getObject("account_id", UUID.class)),
                        row.getObject("case_id", UUID.class),
                        new ConversationId(row.getObject("conversation_id", UUID.class))))
                .list();
    }

    /** The follower was asked, or could not be. */
    void asked(Due due, boolean reached) {
        jdbc.sql("update care_case set ask_at = null, asked_at = ? where account_id = ? and case_id = ?")
                .param(1, reached ? timestamp(clock.instant()) : null)
                .param(2, due.account().value())
                .param(3, due.id())
                .update();
    }

    /** The newest cases of a conversation, newest first. */
    List<CareCase> of(OfficialAccountId account, ConversationId conversation, int limit) {
        return jdbc.sql("select * from care_case where account_id = ? and conversation_id = ?"
                        + " order by opened_at desc limit ?")
                .params(account.value(), conversation.value(), limit)
                .query((row, _) -> careCase(row))
                .list();
    }

    private static CareCase careCase(ResultSet row) throws SQLException {
        var rating = row.getObject("rating", Integer.class);
        return new CareCase(
                row.getObject("case_id", UUID.class),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "first_answer_at"),
                user(row, "first_answer_by"),
                instant(row, "closed_at"),
                user(row, "closed_by"),
                rating);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
