package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lists of the desk, page by page from a key and never by counting rows; each is served by an index in its order. */
@Component
class DeskListing {
    private static final int CLOSED_COUNTED = 1_000;

    private final JdbcClient jdbc;

    DeskListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for. @param tag only those that carry it */
    record Question(
            OfficialAccountId account,
            UserId reader,
            DeskList list,
            @Nullable TagId tag) {}

    Page<DeskConversation> page(Question question, @Nullable String cursor, int limit) {
        var byWaiting = question.list() == DeskList.WAITING;
        var place = byWaiting
                ? "(waiting_since, conversation_id) > (cast(:since as timestamptz), cast(:after as uuid))"
                : "last_sequence < :before";
        var after = cursor == null ? null : Place.parse(cursor, byWaiting);
        var tag = question.tag();
        var sql = "select " + DeskStore.COLUMNS + " from desk_conversation where account_id = :account and "
                + condition(question.list())
                + (tag == null ? "" : " and tag_ids <> '{}' and tag_ids @> array[cast(:tag as uuid)]")
                + (after == null ? "" : " and " + place)
                + (byWaiting ? " order by waiting_since, conversation_id" : " order by last_sequence desc")
                + " limit :limit";
        var statement =
                jdbc.sql(sql).param("account", question.account().value()).param("limit", limit + 1);
        if (question.list() == DeskList.MINE) {
            statement = statement.param("reader", question.reader().value());
        }
        if (tag != null) {
            statement = statement.param("tag", tag.value());
        }
        if (after != null) {
            statement = byWaiting
                    ? statement
                            .param("since", DeskStore.timestamp(after.since()))
                            .param("after", after.conversation())
                    : statement.param("before", after.sequence());
        }
        var found =
                statement.query((row, number) -> DeskStore.conversation(row)).list();
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(items, found.size() > limit ? Place.after(items.getLast(), byWaiting) : null);
    }

    /** Each count from the index of its list alone. */
    DeskCounts counts(OfficialAccountId account, UserId reader) {
        return jdbc.sql("""
                        select
                            (select count(*) from desk_conversation where account_id = :account and %s) as waiting,
                            (select count(*) from desk_conversation where account_id = :account and %s) as mine,
                            (select count(*) from desk_conversation where account_id = :account and %s) as unassigned,
                            (select count(*) from desk_conversation where account_id = :account and %s) as everything,
                            (select count(*) from desk_conversation where account_id = :account and %s) as snoozed,
                            (select count(*) from (select 1 from desk_conversation
                                where account_id = :account and %s limit %d) as few) as closed""".formatted(
                                condition(DeskList.WAITING),
                                condition(DeskList.MINE),
                                condition(DeskList.UNASSIGNED),
                                condition(DeskList.ALL),
                                condition(DeskList.SNOOZED),
                                condition(DeskList.CLOSED),
                                CLOSED_COUNTED))
                .param("reader", reader.value())
                .param("account", account.value())
                .query((row, number) -> new DeskCounts(
                        row.getLong("waiting"),
                        row.getLong("mine"),
                        row.getLong("unassigned"),
                        row.getLong("everything"),
                        row.getLong("snoozed"),
                        row.getLong("closed")))
                .single();
    }

    private static String condition(DeskList list) {
        var awake = "open and snoozed_until is null";
        return switch (list) {
            case WAITING -> awake + " and waiting_since is not null";
            case MINE -> awake + " and assignee_id = :reader";
            case UNASSIGNED -> awake + " and assignee_id is null";
            case ALL -> awake;
            case SNOOZED -> "open and snoozed_until is not null";
            case CLOSED -> "not open";
        };
    }

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
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("not a cursor of this list", e);
            }
            throw new IllegalArgumentException("not a cursor of this list");
        }

        static String after(DeskConversation last, boolean byWaiting) {
            return byWaiting
                    ? last.waitingSince() + "~"
                            + new ConversationId(last.conversation().value())
                    : String.valueOf(last.lastSequence());
        }
    }
}
