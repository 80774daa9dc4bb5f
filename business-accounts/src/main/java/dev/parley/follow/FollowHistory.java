package dev.parley.follow;

import static dev.parley.follow.FollowStore.COLUMNS;
import static dev.parley.follow.FollowStore.FOLLOW;
import static dev.parley.follow.FollowStore.timestamp;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about many follows at once. */
@Component
class FollowHistory {
    private final JdbcClient jdbc;

    FollowHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Follow> ofUser(UserId user) {
        return jdbc.sql("select " + COLUMNS + " from follow f where f.user_id = ? and f.ended_at is null"
                        + " order by f.started_at desc, f.id")
                .param(user.value())
                .query(FOLLOW)
                .list();
    }

    List<Follow> ofUserSince(UserId user, Instant since) {
        return jdbc.sql(
                        "select " + COLUMNS + " from follow f"
                                + " where f.user_id = ? and (f.ended_at is null or f.ended_at >= ?) order by f.started_at, f.id")
                .params(user.value(), timestamp(since))
                .query(FOLLOW)
                .list();
    }

    List<Follow> of(OfficialAccountId account, Collection<UserId> users) {
        return jdbc.sql("select " + COLUMNS + " from follow f"
                        + " where f.account_id = ? and f.user_id = any(?) order by f.started_at, f.id")
                .params(account.value(), users.stream().map(UserId::value).toArray(UUID[]::new))
                .query(FOLLOW)
                .list();
    }

    List<Follow> followers(OfficialAccountId account, @Nullable FollowId after, int limit) {
        return jdbc.sql(
                        "select " + COLUMNS + " from follow f where f.account_id = :account and f.ended_at is null"
                                + " and (cast(:after as uuid) is null or f.id > cast(:after as uuid)) order by f.id limit :limit")
                .param("account", account.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(FOLLOW)
                .list();
    }

    Map<OfficialAccountId, Long> counts(Collection<OfficialAccountId> accounts) {
        var counts = new HashMap<OfficialAccountId, Long>();
        accounts.forEach(account -> counts.put(account, 0L));
        jdbc.sql("select account_id, count(*) as followers from follow"
                        + " where account_id = any(?) and ended_at is null group by account_id")
                .param(counts.keySet().stream().map(OfficialAccountId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(
                            new OfficialAccountId(row.getObject("account_id", UUID.class)), row.getLong("followers"));
                });
        return counts;
    }

    long countAll() {
        return jdbc.sql("select count(*) from follow where ended_at is null")
                .query(Long.class)
                .single();
    }

    Stream<UserId> usersOf(OfficialAccountId account) {
        return jdbc
                .sql("select user_id from follow where account_id = ? and ended_at is null")
                .param(account.value())
                .query((row, number) -> new UserId(row.getObject(1, UUID.class)))
                .list()
                .stream();
    }

    List<Follow> endedBetween(OfficialAccountId account, Instant from, Instant until) {
        return jdbc.sql("select " + COLUMNS + " from follow f"
                        + " where f.account_id = ? and f.ended_at >= ? and f.ended_at < ?"
                        + " and not exists (select from follow_ending e where e.follow_id = f.id)"
                        + " order by f.ended_at, f.id")
                .params(account.value(), timestamp(from), timestamp(until))
                .query(FOLLOW)
                .list();
    }

    long countEnded(OfficialAccountId account, Instant from, Instant until) {
        return jdbc.sql("select count(*) from follow f where f.account_id = ? and f.ended_at >= ? and f.ended_at < ?"
                        + " and not exists (select from follow_ending e where e.follow_id = f.id)")
                .params(account.value(), timestamp(from), timestamp(until))
                .query(Long.class)
                .single();
    }

    Map<Source, Long> bySource(OfficialAccountId account) {
        var counts = new EnumMap<Source, Long>(Source.class);
        jdbc.sql("select source, count(*) as followers from follow"
                        + " where account_id = ? and ended_at is null group by source")
                .param(account.value())
                .query(row -> {
                    counts.put(
                            Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)), row.getLong("followers"));
                });
        return counts;
    }

    List<FollowCohort> cohorts(OfficialAccountId account, ZoneId zone) {
        var began = new TreeMap<LocalDate, Long>();
        var ended = new HashMap<LocalDate, Map<Integer, Long>>();
        jdbc.sql("""
                        select date_trunc('month', started_at at time zone ?)::date as on_month,
                            floor(extract(epoch from ended_at - started_at) / 2592000)::int as months, count(*) as follows
                        from follow where account_id = ? group by 1, 2""").params(zone.getId(), account.value()).query(row -> {
            var month = row.getObject("on_month", LocalDate.class);
            began.merge(month, row.getLong("follows"), Long::sum);
            var months = row.getInt("months");
            if (!row.wasNull()) {
                ended.computeIfAbsent(month, _ -> new HashMap<>()).put(months, row.getLong("follows"));
            }
        });
        return began.entrySet().stream()
                .map(entry -> new FollowCohort(
                        entry.getKey(), entry.getValue(), ended.getOrDefault(entry.getKey(), Map.of())))
                .toList();
    }

    FollowTime timeFollowed(OfficialAccountId account, Instant from, Instant until, Duration young) {
        return jdbc.sql("""
                        select
                            coalesce(sum(greatest(0, extract(epoch from
                                least(coalesce(ended_at, :until), :until, started_at + make_interval(secs => :young))
                                - greatest(started_at, :from)))), 0) / 3600 as young,
                            coalesce(sum(greatest(0, extract(epoch from
                                least(coalesce(ended_at, :until), :until) - greatest(started_at, :from)))), 0) / 3600 as whole
                        from follow
                        where account_id = :account and started_at < :until and (ended_at is null or ended_at > :from)""")
                .param("until", timestamp(until))
                .param("from", timestamp(from))
                .param("young", (double) young.toSeconds())
                .param("account", account.value())
                .query((row, number) ->
                        new FollowTime(row.getDouble("young"), row.getDouble("whole") - row.getDouble("young")))
                .single();
    }

    List<FollowDay> days(OfficialAccountId account, LocalDate from, LocalDate to, ZoneId zone) {
        var start = from.atStartOfDay(zone).toInstant();
        var end = to.plusDays(1).atStartOfDay(zone).toInstant();
        var came = perDay(account, "started_at", start, end, zone);
        var left = perDay(account, "ended_at", start, end, zone);
        var since = jdbc.sql("select (select count(*) from follow where account_id = :account and started_at >= :start)"
                        + " - (select count(*) from follow where account_id = :account and ended_at >= :start)")
                .param("account", account.value())
                .param("start", timestamp(start))
                .query(Long.class)
                .single();
        // Back from the present, which an index knows, and not through every follow there ever was
        var followers = counts(List.of(account)).getOrDefault(account, 0L) - since;
        var days = new ArrayList<FollowDay>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            long arrived = came.getOrDefault(day, 0L);
            long gone = left.getOrDefault(day, 0L);
            followers += arrived - gone;
            days.add(new FollowDay(day, followers, arrived, gone));
        }
        return days;
    }

    private Map<LocalDate, Long> perDay(
            OfficialAccountId account, String column, Instant start, Instant end, ZoneId zone) {
        var days = new HashMap<LocalDate, Long>();
        jdbc.sql("select (%1$s at time zone :zone)::date as on_day, count(*) as follows from follow".formatted(column)
                        + " where account_id = :account and %1$s >= :start and %1$s < :end group by 1"
                                .formatted(column))
                .param("zone", zone.getId())
                .param("account", account.value())
                .param("start", timestamp(start))
                .param("end", timestamp(end))
                .query(row -> {
                    days.put(row.getObject("on_day", LocalDate.class), row.getLong("follows"));
                });
        return days;
    }
}
