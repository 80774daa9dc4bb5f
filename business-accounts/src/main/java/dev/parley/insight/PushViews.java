package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.MessageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was shown which push message, table {@code push_view}; the key makes every follower count once. */
@Repository
class PushViews {
    private final JdbcClient jdbc;

    PushViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record View(OfficialAccountId account, MessageId push, FollowerId follower, boolean opened) {}

    record Counts(long shown, long opened) {
        static final Counts NONE = new Counts(0, 0);
    }

    /** One statement for all. What was known stays, and opened is added to shown. */
    void add(List<View> views, Instant at) {
        jdbc.sql("""
                        insert into push_view (account_id, push_id, follower_id, shown_at, opened_at)
                        select account_id, push_id, follower_id, ?, case when opened then ?::timestamptz end
                        from unnest(?, ?, ?, ?) as view(account_id, push_id, follower_id, opened)
                        order by account_id, push_id, follower_id
                        on conflict (account_id, push_id, follower_id) do update set opened_at = excluded.opened_at
                        where push_view.opened_at is null and excluded.opened_at is not null""")
                .param(time(at))
                .param(time(at))
                .param(views.stream().map(view -> view.account().value()).toArray(UUID[]::new))
                .param(views.stream().map(view -> view.push().value()).toArray(UUID[]::new))
                .param(views.stream().map(view -> view.follower().value()).toArray(UUID[]::new))
                .param(views.stream().map(View::opened).toArray(Boolean[]::new))
                .update();
    }

    Map<MessageId, Counts> counts(OfficialAccountId account, Collection<MessageId> pushes) {
        var counts = new HashMap<MessageId, Counts>();
        jdbc.sql("""
                        select push_id, count(*) as shown, count(opened_at) as opened from push_view
                        where account_id = ? and push_id = any(?) group by push_id""")
                .param(account.value())
                .param(pushes.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> counts.put(
                        new MessageId(row.getObject("push_id", UUID.class)),
                        new Counts(row.getLong("shown"), row.getLong("opened"))));
        return counts;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
