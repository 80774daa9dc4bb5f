package dev.parley.follow;

import static dev.parley.follow.FollowStore.instant;
import static dev.parley.follow.FollowStore.timestamp;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of {@code follow_window}, one per pair of account and user, written over by the user's next message. A window
 * belongs to the follow in which it was opened: when that has ended, the window is not there any more.
 */
@Component
class WindowStore {
    private static final String JOINED = " from follow f left join follow_window w"
            + " on w.account_id = f.account_id and w.user_id = f.user_id and w.follow_id = f.id"
            + " where f.ended_at is null";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    WindowStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** How an account and a user stand to each other; empty when the user does not follow. */
    Optional<Standing> standing(OfficialAccountId account, UserId user) {
        return jdbc.sql("select f.started_at, w.opens_at, w.closes_at" + JOINED
                        + " and f.account_id = ? and f.user_id = ?")
                .params(account.value(), user.value())
                .query((row, number) -> new Standing(instant(row, "started_at"), window(row)))
                .optional();
    }

    /** How these pairs stand to each other; pairs without a follow are left out. */
    Map<Pair, Standing> standings(Collection<Pair> pairs) {
        var standings = new HashMap<Pair, Standing>();
        jdbc.sql("select f.account_id, f.user_id, f.started_at, w.opens_at, w.closes_at" + JOINED
                        + " and (f.account_id, f.user_id) in (select * from unnest(?, ?))")
                .param(pairs.stream().map(pair -> pair.account().value()).toArray(UUID[]::new))
                .param(pairs.stream().map(pair -> pair.user().value()).toArray(UUID[]::new))
                .query(row -> {
                    standings.put(
                            new Pair(
                                    new OfficialAccountId(row.getObject("account_id", UUID.class)),
                                    new UserId(row.getObject("user_id", UUID.class))),
                            new Standing(instant(row, "started_at"), window(row)));
                });
        return standings;
    }

    Map<OfficialAccountId, Window> ofUser(UserId user) {
        var windows = new HashMap<OfficialAccountId, Window>();
        jdbc.sql("select f.account_id, w.opens_at, w.closes_at" + JOINED
                        + " and f.user_id = ? and w.closes_at is not null")
                .param(user.value())
                .query(row -> {
                    windows.put(
                            new OfficialAccountId(row.getObject("account_id", UUID.class)),
                            new Window(instant(row, "opens_at"), instant(row, "closes_at")));
                });
        return windows;
    }

    Map<UserId, Window> ofAccount(OfficialAccountId account, Collection<UserId> users) {
        var windows = new HashMap<UserId, Window>();
        jdbc.sql("select f.user_id, w.opens_at, w.closes_at" + JOINED
                        + " and f.account_id = ? and f.user_id = any(?) and w.closes_at is not null")
                .params(account.value(), users.stream().map(UserId::value).toArray(UUID[]::new))
                .query(row -> {
                    windows.put(
                            new UserId(row.getObject("user_id", UUID.class)),
                            new Window(instant(row, "opens_at"), instant(row, "closes_at")));
                });
        return windows;
    }

    /** Opens or extends the windows of users who have written, within the present follow. */
    void written(List<Written> messages) {
        template.batchUpdate(
                "insert into follow_window as w (account_id, user_id, follow_id, opens_at, closes_at)"
                        + " select f.account_id, f.user_id, f.id, ?, ? from follow f"
                        + " where f.account_id = ? and f.user_id = ? and f.ended_at is null"
                        + " on conflict (account_id, user_id) do update set follow_id = excluded.follow_id,"
                        + " opens_at = case when w.follow_id = excluded.follow_id and w.closes_at > excluded.opens_at"
                        + " then w.opens_at else excluded.opens_at end,"
                        + " closes_at = case when w.follow_id = excluded.follow_id"
                        + " then greatest(w.closes_at, excluded.closes_at) else excluded.closes_at end",
                messages.stream()
                        .map(message -> new Object[] {
                            timestamp(message.at()),
                            timestamp(message.closesAt()),
                            message.account().value(),
                            message.user().value()
                        })
                        .toList());
    }

    private static @Nullable Window window(ResultSet row) throws SQLException {
        var closesAt = row.getObject("closes_at", OffsetDateTime.class);
        return closesAt == null ? null : new Window(instant(row, "opens_at"), closesAt.toInstant());
    }

    record Pair(OfficialAccountId account, UserId user) {}

    /** The follow of a pair, with its window if one was opened. */
    record Standing(Instant followedSince, @Nullable Window window) {}

    /** A user has written to an account. */
    record Written(OfficialAccountId account, UserId user, Instant at, Instant closesAt) {}
}
