package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who was shown which push message, table {@code push_view}, and who followed which of its links, {@code push_click}; the keys make every
 * follower count once. Both are added up in {@code push_hour} and {@code push_link} in the same transaction, so that no page has to walk
 * through them.
 *
 * <p>Rows of followers are locked before sums, and sums in the order of their keys: nobody waits in a circle.
 */
@Repository
class PushViews {
    private static final int SLOTS = 4;

    private final JdbcClient jdbc;

    PushViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param at when it was on the screen */
    record View(OfficialAccountId account, MessageId push, FollowerId follower, boolean opened, Instant at) {}

    record Click(OfficialAccountId account, MessageId push, FollowerId follower, String link, Instant at) {}

    /** A follower has written to an account. */
    record Reply(OfficialAccountId account, FollowerId follower, Instant at) {}

    record Counts(long shown, long opened, long replied) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    private record Sum(UUID account, UUID push, Instant hour, int slot, int shown, int opened, int replied) {}

    /** What was known stays, and opened is added to shown. */
    void add(List<View> views) {
        var sums = new ArrayList<Sum>();
        jdbc.sql("""
                        insert into push_view (account_id, push_id, follower_id, shown_at, opened_at)
                        select account_id, push_id, follower_id, at, case when opened then at end
                        from unnest(?, ?, ?, ?, ?::timestamptz[]) as view(account_id, push_id, follower_id, opened, at)
                        order by account_id, push_id, follower_id
                        on conflict (account_id, push_id, follower_id) do nothing
                        returning account_id, push_id, follower_id, shown_at as at, 1 as shown,
                            case when opened_at is null then 0 else 1 end as opened, 0 as replied""")
                .param(views.stream().map(view -> view.account().value()).toArray(UUID[]::new))
                .param(views.stream().map(view -> view.push().value()).toArray(UUID[]::new))
                .param(views.stream().map(view -> view.follower().value()).toArray(UUID[]::new))
                .param(views.stream().map(View::opened).toArray(Boolean[]::new))
                .param(views.stream().map(view -> view.at().toString()).toArray(String[]::new))
                .query((RowCallbackHandler) row -> sums.add(sum(row)));
        var opened = views.stream().filter(View::opened).toList();
        if (!opened.isEmpty()) {
            jdbc.sql("""
                            update push_view set opened_at = greatest(view.at, shown_at)
                            from unnest(?, ?, ?, ?::timestamptz[]) as view(account_id, push_id, follower_id, at)
                            where push_view.account_id = view.account_id and push_view.push_id = view.push_id
                                and push_view.follower_id = view.follower_id and opened_at is null
                            returning push_view.account_id, push_view.push_id, push_view.follower_id, opened_at as at,
                                0 as shown, 1 as opened, 0 as replied""")
                    .param(opened.stream().map(view -> view.account().value()).toArray(UUID[]::new))
                    .param(opened.stream().map(view -> view.push().value()).toArray(UUID[]::new))
                    .param(opened.stream().map(view -> view.follower().value()).toArray(UUID[]::new))
                    .param(opened.stream().map(view -> view.at().toString()).toArray(String[]::new))
                    .query((RowCallbackHandler) row -> sums.add(sum(row)));
        }
        addUp(sums);
    }

    /** Each link counts once per follower. */
    void click(List<Click> clicks) {
        var added = new HashMap<List<Object>, Integer>();
        jdbc.sql("""
                        insert into push_click (account_id, push_id, link, follower_id, clicked_at)
                        select * from unnest(?, ?, ?, ?, ?::timestamptz[]) order by 1, 2, 3, 4
                        on conflict do nothing returning account_id, push_id, link, follower_id""")
                .param(clicks.stream().map(click -> click.account().value()).toArray(UUID[]::new))
                .param(clicks.stream().map(click -> click.push().value()).toArray(UUID[]::new))
                .param(clicks.stream().map(Click::link).toArray(String[]::new))
                .param(clicks.stream().map(click -> click.follower().value()).toArray(UUID[]::new))
                .param(clicks.stream().map(click -> click.at().toString()).toArray(String[]::new))
                .query((RowCallbackHandler) row -> added.merge(
                        List.of(
                                row.getObject("account_id", UUID.class),
                                row.getObject("push_id", UUID.class),
                                row.getString("link"),
                                slot(row.getObject("follower_id", UUID.class))),
                        1,
                        Integer::sum));
        if (added.isEmpty()) {
            return;
        }
        var keys = List.copyOf(added.keySet());
        jdbc.sql("""
                        insert into push_link (account_id, push_id, link, slot, people)
                        select * from unnest(?, ?, ?, ?, ?) order by 1, 2, 3, 4
                        on conflict (account_id, push_id, link, slot) do update set
                            people = push_link.people + excluded.people""")
                .param(keys.stream().map(key -> key.get(0)).toArray(UUID[]::new))
                .param(keys.stream().map(key -> key.get(1)).toArray(UUID[]::new))
                .param(keys.stream().map(key -> key.get(2)).toArray(String[]::new))
                .param(keys.stream().map(key -> key.get(3)).toArray(Integer[]::new))
                .param(keys.stream()
                        .map(key -> added.getOrDefault(key, 0).longValue())
                        .toArray(Long[]::new))
                .update();
    }

    /** Takes each as an answer to the push message that the follower saw last, if that was within this time before. */
    void reply(List<Reply> replies, Duration within) {
        var sums = new ArrayList<Sum>();
        jdbc.sql("""
                        with last as materialized (
                            select reply.account_id, reply.follower_id, max(reply.at) as at, seen.push_id
                            from unnest(?, ?, ?::timestamptz[]) as reply(account_id, follower_id, at)
                            cross join lateral (
                                select push_id from push_view
                                where account_id = reply.account_id and follower_id = reply.follower_id
                                    and shown_at <= reply.at and shown_at > reply.at - make_interval(secs => ?)
                                order by shown_at desc limit 1) seen
                            group by 1, 2, 4)
                        update push_view set replied_at = last.at from last
                        where push_view.account_id = last.account_id and push_view.push_id = last.push_id
                            and push_view.follower_id = last.follower_id and replied_at is null
                        returning push_view.account_id, push_view.push_id, push_view.follower_id, replied_at as at,
                            0 as shown, 0 as opened, 1 as replied""")
                .param(replies.stream().map(reply -> reply.account().value()).toArray(UUID[]::new))
                .param(replies.stream().map(reply -> reply.follower().value()).toArray(UUID[]::new))
                .param(replies.stream().map(reply -> reply.at().toString()).toArray(String[]::new))
                .param((double) within.toSeconds())
                .query((RowCallbackHandler) row -> sums.add(sum(row)));
        addUp(sums);
    }

    Map<MessageId, Counts> counts(OfficialAccountId account, Collection<MessageId> pushes) {
        var counts = new HashMap<MessageId, Counts>();
        jdbc.sql("""
                        select push_id, sum(shown) as shown, sum(opened) as opened, sum(replied) as replied from push_hour
                        where account_id = ? and push_id = any(?) group by push_id""")
                .param(account.value())
                .param(pushes.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> counts.put(
                        new MessageId(row.getObject("push_id", UUID.class)),
                        new Counts(row.getLong("shown"), row.getLong("opened"), row.getLong("replied"))));
        return counts;
    }

    /** How many followed each link of these push messages. */
    Map<MessageId, Map<String, Long>> clicks(OfficialAccountId account, Collection<MessageId> pushes) {
        var clicks = new HashMap<MessageId, Map<String, Long>>();
        jdbc.sql("""
                        select push_id, link, sum(people) as people from push_link
                        where account_id = ? and push_id = any(?) group by push_id, link""")
                .param(account.value())
                .param(pushes.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> clicks.computeIfAbsent(
                                new MessageId(row.getObject("push_id", UUID.class)), _ -> new HashMap<>())
                        .put(row.getString("link"), row.getLong("people")));
        return clicks;
    }

    private void addUp(List<Sum> sums) {
        if (sums.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into push_hour (account_id, push_id, hour, slot, shown, opened, replied)
                        select account_id, push_id, hour, slot, sum(shown), sum(opened), sum(replied)
                        from unnest(?, ?, ?::timestamptz[], ?, ?, ?, ?)
                            as seen(account_id, push_id, hour, slot, shown, opened, replied)
                        group by 1, 2, 3, 4 order by 1, 2, 3, 4
                        on conflict (account_id, push_id, hour, slot) do update set
                            shown = push_hour.shown + excluded.shown, opened = push_hour.opened + excluded.opened,
                            replied = push_hour.replied + excluded.replied""")
                .param(sums.stream().map(Sum::account).toArray(UUID[]::new))
                .param(sums.stream().map(Sum::push).toArray(UUID[]::new))
                .param(sums.stream().map(sum -> sum.hour().toString()).toArray(String[]::new))
                .param(sums.stream().map(Sum::slot).toArray(Integer[]::new))
                .param(sums.stream().map(Sum::shown).toArray(Integer[]::new))
                .param(sums.stream().map(Sum::opened).toArray(Integer[]::new))
                .param(sums.stream().map(Sum::replied).toArray(Integer[]::new))
                .update();
    }

    private static Sum sum(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Sum(
                row.getObject("account_id", UUID.class),
                row.getObject("push_id", UUID.class),
                row.getObject("at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .truncatedTo(java.time.temporal.ChronoUnit.HOURS)
                        .toInstant(),
                slot(row.getObject("follower_id", UUID.class)),
                row.getInt("shown"),
                row.getInt("opened"),
                row.getInt("replied"));
    }

    private static int slot(UUID follower) {
        return Math.floorMod(follower.hashCode(), SLOTS);
    }
}
