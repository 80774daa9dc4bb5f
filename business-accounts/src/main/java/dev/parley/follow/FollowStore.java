package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of follows. {@code follow} has one row per follow and keeps it; at most one of a pair has not ended ({@code
 * follow_present} decides). {@code follower} holds what an account calls a user, made at the first follow and never changed.
 * {@code follow_ending} has a row for each unfollow whose undo time goes on. Statements rather than entities: each of them
 * decides a race that two nodes may run.
 */
@Component
class FollowStore {
    static final String COLUMNS = "f.id, f.account_id, f.user_id, f.follower_id, f.conversation_id, f.started_at,"
            + " f.ended_at, f.source, f.muted";
    static final RowMapper<Follow> FOLLOW = (row, number) -> follow(row);

    private final JdbcClient jdbc;

    FollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Follow> present(UserId user, OfficialAccountId account) {
        return jdbc.sql("select " + COLUMNS
                        + " from follow f where f.account_id = ? and f.user_id = ? and f.ended_at is null")
                .params(account.value(), user.value())
                .query(FOLLOW)
                .optional();
    }

    /** The newest ended follow of the pair. */
    Optional<Follow> lastEnded(UserId user, OfficialAccountId account) {
        return jdbc.sql("select " + COLUMNS + " from follow f"
                        + " where f.user_id = ? and f.account_id = ? and f.ended_at is not null"
                        + " order by f.started_at desc, f.ended_at desc limit 1")
                .params(user.value(), account.value())
                .query(FOLLOW)
                .optional();
    }

    /** What the account calls the user, from now on for ever. Random: nothing of the user or of another account is in it. */
    FollowerId followerId(OfficialAccountId account, UserId user) {
        jdbc.sql("insert into follower (account_id, user_id, follower_id) values (?, ?, ?) on conflict do nothing")
                .params(account.value(), user.value(), UUID.randomUUID())
                .update();
        return jdbc.sql("select follower_id from follower where account_id = ? and user_id = ?")
                .params(account.value(), user.value())
                .query((row, number) -> new FollowerId(row.getObject(1, UUID.class)))
                .single();
    }

    /** Begins a follow; empty when another request was quicker. */
    Optional<Follow> begin(
            OfficialAccountId account,
            UserId user,
            FollowerId follower,
            ConversationId conversation,
            Source source,
            Instant now) {
        return jdbc.sql("insert into follow as f"
                        + " (id, account_id, user_id, follower_id, conversation_id, started_at, source)"
                        + " values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (account_id, user_id) where ended_at is null do nothing"
                        + " returning " + COLUMNS)
                .params(
                        Ids.next(),
                        account.value(),
                        user.value(),
                        follower.value(),
                        conversation.value(),
                        timestamp(now),
                        source.code())
                .query(FOLLOW)
                .optional();
    }

    /** Ends a follow; false when it had ended already. Waits for messages that are just being written under it. */
    boolean end(FollowId follow, Instant now, Instant undoUntil) {
        // Clocks of two nodes differ: a follow never ends before it began.
        var ended = jdbc.sql("update follow set ended_at = greatest(?, started_at) where id = ? and ended_at is null")
                .params(timestamp(now), follow.value())
                .update();
        if (ended == 1) {
            jdbc.sql("insert into follow_ending (follow_id, due_at) values (?, ?)")
                    .params(follow.value(), timestamp(undoUntil))
                    .update();
        }
        return ended == 1;
    }

    /** Until when an ended follow can be taken back; empty when that time is over. */
    Optional<Instant> undoUntil(FollowId follow, Instant now) {
        return jdbc.sql("select due_at from follow_ending where follow_id = ? and due_at > ?")
                .params(follow.value(), timestamp(now))
                .query((row, number) -> instant(row, "due_at"))
                .optional();
    }

    /** Takes the end of a follow back; false when the undo time is over. */
    boolean takeBack(FollowId follow, Instant now) {
        var inTime = jdbc.sql("delete from follow_ending where follow_id = ? and due_at > ?")
                .params(follow.value(), timestamp(now))
                .update();
        return inTime == 1
                && jdbc.sql("update follow set ended_at = null where id = ?")
                                .param(follow.value())
                                .update()
                        == 1;
    }

    /** Takes ended follows whose undo time is over out of the list of those to be announced; no two nodes get the same. */
    List<Follow> endedForGood(Instant now, int limit) {
        return jdbc.sql("with due as (select follow_id from follow_ending where due_at <= ?"
                        + " order by due_at limit ? for update skip locked),"
                        + " done as (delete from follow_ending using due"
                        + " where follow_ending.follow_id = due.follow_id returning follow_ending.follow_id)"
                        + " select " + COLUMNS + " from done join follow f on f.id = done.follow_id")
                .params(timestamp(now), limit)
                .query(FOLLOW)
                .list();
    }

    boolean mute(FollowId follow, boolean muted) {
        return jdbc.sql("update follow set muted = ? where id = ? and ended_at is null and muted <> ?")
                        .params(muted, follow.value(), muted)
                        .update()
                == 1;
    }

    /** Counts a reason, once per follow. */
    void countReason(Follow ended, UnfollowReason reason, Instant now) {
        var first = jdbc.sql("update follow set reason_given = true where id = ? and not reason_given")
                .param(ended.id().value())
                .update();
        if (first == 1) {
            jdbc.sql("insert into unfollow_reason as r (account_id, on_day, reason, times) values (?, ?, ?, 1)"
                            + " on conflict (account_id, on_day, reason) do update set times = r.times + 1")
                    .params(ended.account().value(), now.atZone(ZoneOffset.UTC).toLocalDate(), reason.code())
                    .update();
        }
    }

    static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Follow follow(ResultSet row) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Follow(
                new FollowId(row.getObject("id", UUID.class)),
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                new FollowerId(row.getObject("follower_id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                instant(row, "started_at"),
                endedAt == null ? null : endedAt.toInstant(),
                Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                row.getBoolean("muted"));
    }
}
