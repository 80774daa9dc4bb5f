package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowCohort;
import dev.parley.follow.FollowDay;
import dev.parley.follow.Followers;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.kernel.UserId;
import dev.parley.push.PushMessages;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Insight into followers: by day, by source, by how long they stay, by the hour at which they open, and what else of an account they use
 * ({@code item_use}). Of groups under {@link SmallGroups#FEWEST} nothing is said. The total, and who came and left by day, are no secret: the account
 * hears of each follow and unfollow anyway, by its follower ID.
 */
@Component
public class FollowerInsights {
    private static final int HOURS_OF_DAYS = 90;
    private static final int MONTHS_SHOWN = 12;

    private final JdbcClient jdbc;
    private final KeptReports reports;
    private final Follows follows;
    private final Followers followers;
    private final PushMessages pushMessages;
    private final Clock clock;

    FollowerInsights(
            JdbcClient jdbc,
            KeptReports reports,
            Follows follows,
            Followers followers,
            PushMessages pushMessages,
            Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.follows = follows;
        this.followers = followers;
        this.pushMessages = pushMessages;
        this.clock = clock;
    }

    /**
     * The account's followers over the last days, today included.
     *
     * @param days 1 to 400
     * @param zone in which days begin
     */
    public FollowerSeries byDay(OfficialAccountId account, int days, ZoneId zone) {
        var today = clock.instant().atZone(zone).toLocalDate();
        var first = today.minusDays(days - 1L);
        var series = follows.history(account, first, today, zone);
        var came = series.stream().mapToLong(FollowDay::came).sum();
        var left = series.stream().mapToLong(FollowDay::left).sum();
        var pushes =
                pushMessages.since(List.of(account), first.atStartOfDay(zone).toInstant());
        return new FollowerSeries(
                series.isEmpty() ? 0 : series.getLast().followers(), came - left, came, left, series, pushes);
    }

    /** By which way the present followers came, the most frequent first. */
    public Sources bySource(OfficialAccountId account) {
        var counts = reports.of(account, "sources", SourceCounts.class, () -> sources(account));
        var shown = SmallGroups.shown(counts.sources(), Sources.BySource::followers).stream()
                .sorted(Comparator.comparingLong(Sources.BySource::followers).reversed())
                .toList();
        var all =
                counts.sources().stream().mapToLong(Sources.BySource::followers).sum();
        var told = shown.stream().mapToLong(Sources.BySource::followers).sum();
        return new Sources(all, shown, all - told);
    }

    private record SourceCounts(List<Sources.BySource> sources) {}

    private SourceCounts sources(OfficialAccountId account) {
        var counts = follows.bySource(account);
        return new SourceCounts(Arrays.stream(Source.values())
                .map(source -> new Sources.BySource(source, counts.getOrDefault(source, 0L)))
                .toList());
    }

    /**
     * How many of those who began to follow in a month still followed after one month, two months and so on (of thirty days), oldest first, at
     * most twelve. A value is there once all of them can have followed for so long.
     *
     * @param zone in which months begin
     */
    public List<Retention> retention(OfficialAccountId account, ZoneId zone) {
        var now = clock.instant();
        var cohorts = reports.of(
                account, "cohorts " + zone, Cohorts.class, () -> new Cohorts(follows.cohorts(account, zone)));
        var shown = SmallGroups.shown(cohorts.months(), FollowCohort::began);
        return cohorts.months().stream()
                .skip(Math.max(0, cohorts.months().size() - MONTHS_SHOWN))
                .map(cohort -> shown.contains(cohort) && cohort.began() > 0
                        ? retention(cohort, now, zone)
                        : new Retention(cohort.month(), null, List.of()))
                .toList();
    }

    private record Cohorts(List<FollowCohort> months) {}

    private static Retention retention(FollowCohort cohort, Instant now, ZoneId zone) {
        var last = cohort.month().plusMonths(1).atStartOfDay(zone).toInstant();
        var months = (int) Math.max(0, Duration.between(last, now).toDays() / 30);
        var stayed = new ArrayList<Double>();
        var left = 0L;
        for (var month = 0; month <= Math.min(months, MONTHS_SHOWN); month++) {
            stayed.add((cohort.began() - left) / (double) cohort.began());
            left += cohort.endedAfter().getOrDefault(month, 0L);
        }
        return new Retention(cohort.month(), cohort.began(), stayed);
    }

    /**
     * At which hours of the week push messages of the last ninety days were seen and opened, Monday 00:00 first.
     *
     * @param zone in which days begin; exact for zones of whole hours
     */
    public List<HourOfWeek> hours(OfficialAccountId account, ZoneId zone) {
        var shown = new long[7 * 24];
        var opened = new long[7 * 24];
        jdbc.sql("""
                        select hour, sum(shown) as shown, sum(opened) as opened from push_hour
                        where account_id = ? and hour >= ? group by hour""")
                .params(account.value(), time(clock.instant().minus(Duration.ofDays(HOURS_OF_DAYS))))
                .query((RowCallbackHandler) row -> {
                    var at = row.getObject("hour", OffsetDateTime.class).atZoneSameInstant(zone);
                    var place = (at.getDayOfWeek().getValue() - 1) * 24 + at.getHour();
                    shown[place] += row.getLong("shown");
                    opened[place] += row.getLong("opened");
                });
        var hours = new ArrayList<HourOfWeek>();
        for (var place = 0; place < shown.length; place++) {
            hours.add(new HourOfWeek(
                    DayOfWeek.of(place / 24 + 1),
                    place % 24,
                    SmallGroups.within(shown[place], shown[place]),
                    SmallGroups.within(shown[place], opened[place])));
        }
        return hours;
    }

    /**
     * Takes down that a user used something of an account, such as an entry of its menu. Nothing happens for whoever has never followed it.
     *
     * @param what of which kind it is, such as {@code menu}
     * @param item which one, as the account knows it
     */
    @Transactional
    public void used(OfficialAccountId account, UserId user, String what, String item) {
        followers
                .follower(account, user)
                .ifPresent(follower -> jdbc.sql("""
                        insert into item_use (account_id, what, item, follower_id, first_at, last_at, times)
                        values (:account, :what, :item, :follower, :now, :now, 1)
                        on conflict (account_id, what, item, follower_id) do update set
                            last_at = excluded.last_at, times = item_use.times + 1""")
                        .param("account", account.value())
                        .param("what", what)
                        .param("item", item)
                        .param("follower", follower.value())
                        .param("now", time(clock.instant()))
                        .update());
    }

    /** How often each item of a kind was used, and by how many, the most used first; absent for fewer than twenty people. */
    public List<ItemUse> uses(OfficialAccountId account, String what) {
        return jdbc.sql("""
                        select item, count(*) as people, sum(times) as times from item_use
                        where account_id = ? and what = ? group by item order by 3 desc, 1""")
                .params(account.value(), what)
                .query((row, _) -> {
                    var people = row.getLong("people");
                    return new ItemUse(
                            row.getString("item"),
                            SmallGroups.within(people, people),
                            SmallGroups.within(people, row.getLong("times")));
                })
                .list();
    }

    /** How many came back, muted, chose less, blocked or reported in the last days; absent for an account of fewer than twenty. */
    public Map<ActKind, @Nullable Long> acts(OfficialAccountId account, int days) {
        var group = follows.count(account);
        var now = clock.instant();
        var counts = reports.acts(account, now.minus(Duration.ofDays(days)), now);
        var shown = new java.util.EnumMap<ActKind, @Nullable Long>(ActKind.class);
        for (var kind : ActKind.values()) {
            shown.put(kind, SmallGroups.within(group, counts.getOrDefault(kind, 0L)));
        }
        return shown;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The followers of an account by source. @param others followers of sources that are not shown, together */
    public record Sources(long followers, List<BySource> sources, long others) {
        public Sources {
            sources = List.copyOf(sources);
        }

        /** Followers who came one way. */
        public record BySource(Source source, long followers) {}
    }

    /**
     * How those who began to follow in one month stayed.
     *
     * @param began absent for fewer than twenty
     * @param stayed the share that still followed after 0, 1, 2 months
     */
    public record Retention(LocalDate month, @Nullable Long began, List<Double> stayed) {
        public Retention {
            stayed = List.copyOf(stayed);
        }
    }

    /** One hour of the week; counts are absent when it was fewer than twenty. */
    public record HourOfWeek(
            DayOfWeek day,
            int hour,
            @Nullable Long shown,
            @Nullable Long opened) {}

    /** One item that can be used; counts are absent when it was used by fewer than twenty. */
    public record ItemUse(
            String item, @Nullable Long people, @Nullable Long times) {}
}
