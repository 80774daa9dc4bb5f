package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code desk_conversation}, keyed by account and conversation; made by a follower's first message and kept. Each
 * list of the desk is served by an index of its own, in its order.
 */
@Component
class DeskStore {
    private static final String COLUMNS =
            "account_id, conversation_id, follower_id, waiting_since, assignee_id, open," + " last_sequence, last_at";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DeskStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Followers have written: their conversations are open and wait, those that waited already since their first message. */
    void written(List<Question> questions) {
        template.batchUpdate(
                "insert into desk_conversation as d"
                        + " (account_id, conversation_id, follower_id, waiting_since, last_sequence, last_at)"
                        + " values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (account_id, conversation_id) do update set open = true,"
                        + " waiting_since = coalesce(d.waiting_since, excluded.waiting_since),"
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

    void open(DeskConversation conversation, boolean open) {
        jdbc.sql("update desk_conversation set open = ? where account_id = ? and conversation_id = ?")
                .params(
                        open,
                        conversation.account().value(),
                        conversation.conversation().value())
                .update();
    }

    Page<DeskConversation> list(
            OfficialAccountId account, UserId reader, DeskList list, @Nullable String cursor, int limit) {
        var byWaiting = list == DeskList.WAITING;
        var place = byWaiting
                ? "(waiting_since, conversation_id) > (cast(:since as timestamptz), cast(:after as uuid))"
                : "last_sequence < :before";
        var after = cursor == null ? null : Place.parse(cursor, byWaiting);
        var sql = "select " + COLUMNS + " from desk_conversation where account_id = :account and " + condition(list)
                + (after == null ? "" : " and " + place)
                + (byWaiting ? " order by waiting_since, conversation_id" : " order by last_sequence desc")
                + " limit :limit";
        var statement = jdbc.sql(sql).param("account", account.value()).param("limit", limit + 1);
        if (list == DeskList.MINE) {
            statement = statement.param("reader", reader.value());
        }
        if (after != null) {
            statement = byWaiting
                    ? statement.param("since", timestamp(after.since())).param("after", after.conversation())
                    : statement.param("before", after.sequence());
        }
        var found = statement.query((row, number) -> conversation(row)).list();
        var items = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Place.after(items.getLast(), byWaiting) : null;
        return new Page<>(items, next);
    }

    DeskCounts counts(OfficialAccountId account, UserId reader) {
        return jdbc.sql("select count(*) filter (where open and waiting_since is not null) as waiting,"
                        + " count(*) filter (where open and assignee_id = :reader) as mine,"
                        + " count(*) filter (where open and assignee_id is null) as unassigned,"
                        + " count(*) filter (where open) as everything,"
                        + " count(*) filter (where not open) as closed"
                        + " from desk_conversation where account_id = :account")
                .param("reader", reader.value())
                .param("account", account.value())
                .query((row, number) -> new DeskCounts(
                        row.getLong("waiting"),
                        row.getLong("mine"),
                        row.getLong("unassigned"),
                        row.getLong("everything"),
                        row.getLong("closed")))
                .single();
    }

    private static String condition(DeskList list) {
        return switch (list) {
            case WAITING -> "open and waiting_since is not null";
            case MINE -> "open and assignee_id = :reader";
            case UNASSIGNED -> "open and assignee_id is null";
            case ALL -> "open";
            case CLOSED -> "not open";
        };
    }

    private static DeskConversation conversation(ResultSet row) throws SQLException {
        var waitingSince = row.getObject("waiting_since", OffsetDateTime.class);
        var assignee = row.getObject("assignee_id", UUID.class);
        return new DeskConversation(
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new FollowerId(row.getObject("follower_id", UUID.class)),
                waitingSince == null ? null : waitingSince.toInstant(),
                assignee == null ? null : new UserId(assignee),
                row.getBoolean("open"),
                row.getLong("last_sequence"),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A message, as far as the desk looks at it. */
    record Said(OfficialAccountId account, ConversationId conversation, long sequence, Instant at) {}

    /** A follower's message. */
    record Question(Said said, FollowerId follower) {}

    /** Where a page of a list ends: {@code <waiting since>~<conversation>} or {@code <sequence>}. */
    private record Place(Instant since, UUID conversation, long sequence) {
        private static final UUID NONE = new UUID(0, 0);

        /** Throws {@link IllegalArgumentException} for a cursor that this list did not give. */
        static Place parse(String cursor, boolean byWaiting) {
            try {
                if (!byWaiting) {
                    return new Place(Instant.EPOCH, NONE, Long.parseLong(cursor));
                }
                var cut = cursor.indexOf('~');
                if (cut > 0) {
                    return new Place(
                            Instant.parse(cursor.substring(0, cut)), UUID.fromString(cursor.substring(cut + 1)), 0);
                }
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
            throw new IllegalArgumentException("not a cursor of this list");
        }

        static String after(DeskConversation last, boolean byWaiting) {
            return byWaiting
                    ? last.waitingSince() + "~" + last.conversation().value()
                    : String.valueOf(last.lastSequence());
        }
    }
}
