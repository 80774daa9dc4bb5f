package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follow;
import dev.parley.follow.FollowDay;
import dev.parley.follow.Follows;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosages;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Insight into push messages and followers. Who was shown what stands in {@code push_view}, how a push message spread in
 * {@code push_spread} (once counted, kept), mutes in {@code mute_act}; the rest is asked of the rooms that know it.
 */
@Component
public class Insights {
    /** How long after a release a mute, a "less" or an unfollow is counted for it. */
    public static final Duration COUNTED = Duration.ofHours(48);

    /** Most entries of one report of what was shown. */
    public static final int MOST_SEEN = 500;

    private final JdbcClient jdbc;
    private final PushViews views;
    private final Mutes mutes;
    private final PushMessages pushMessages;
    private final Dosages dosages;
    private final Follows follows;
    private final Clock clock;

    Insights(
            JdbcClient jdbc,
            PushViews views,
            Mutes mutes,
            PushMessages pushMessages,
            Dosages dosages,
            Follows follows,
            Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.mutes = mutes;
        this.pushMessages = pushMessages;
        this.dosages = dosages;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Takes down what a user was shown and opened. Counted once per push message and follower, however often it is said;
     * what the user could not have got is passed over. At most {@value #MOST_SEEN} at once, the rest is passed over too.
     */
    @Transactional
    public void record(UserId user, List<Seen> seen) {
        var opened = new HashMap<MessageId, Boolean>();
        seen.stream().limit(MOST_SEEN).forEach(each -> opened.merge(each.push(), each.opened(), Boolean::logicalOr));
        if (opened.isEmpty()) {
            return;
        }
        var pushes = pushMessages.find(opened.keySet());
        if (pushes.isEmpty()) {
            return;
        }
        var theirs = follows.ofUserSince(user, Instant.EPOCH);
        var found = new ArrayList<PushViews.View>();
        for (var push : pushes) {
            theirs.stream()
                    .filter(follow -> follow.account().equals(push.account()) && wentOn(follow, push.releasedAt()))
                    .findFirst()
                    .ifPresent(follow -> found.add(new PushViews.View(
                            push.account(), push.id(), follow.follower(), opened.getOrDefault(push.id(), false))));
        }
        if (!found.isEmpty()) {
            views.add(found, clock.instant());
        }
    }

    /** What an account's push messages did, newest first. @param before sequence below which to begin, absent for the newest */
    public Page<PushInsight> page(OfficialAccountId account, @Nullable Long before, int limit) {
        var page = pushMessages.page(account, before, limit);
        return new Page<>(of(account, page.items()), page.nextCursor());
    }

    /** What one push message did; empty when this account has none of this id. */
    public Optional<PushInsight> find(OfficialAccountId account, MessageId push) {
        return pushMessages
                .find(account, push)
                .map(found -> of(account, List.of(found)).getFirst());
    }

    /** What these push messages of one account did, in their order. */
    public List<PushInsight> of(OfficialAccountId account, Collection<PushMessage> pushes) {
        var counts = views.counts(account, pushes.stream().map(PushMessage::id).toList());
        return pushes.stream()
                .map(push -> {
                    var until = push.releasedAt().plus(COUNTED);
                    var spread = spread(push);
                    var seen = counts.getOrDefault(push.id(), PushViews.Counts.NONE);
                    return new PushInsight(
                            push,
                            spread.atOnce() + spread.held(),
                            spread.atOnce(),
                            spread.held(),
                            seen.shown(),
                            seen.opened(),
                            mutes.between(account, push.releasedAt(), until),
                            dosages.lessChosen(account, push.releasedAt(), until),
                            follows.endedBetween(account, push.releasedAt(), until)
                                    .size(),
                            until);
                })
                .toList();
    }

    /**
     * The account's followers over the last days, today included.
     *
     * @param days 1 to 400
     * @param zone in which days begin
     */
    public FollowerSeries followers(OfficialAccountId account, int days, ZoneId zone) {
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

    /** The table of all push messages of an account, newest first, at most 10,000, as text/csv with a header. */
    public String pushCsv(OfficialAccountId account) {
        var csv = new Csv()
                .row(
                        "Released at",
                        "Push message",
                        "Released by",
                        "Audience",
                        "Reached",
                        "At once",
                        "Held for the digest",
                        "Shown",
                        "Opened",
                        "Mutes in 48 h",
                        "Less in 48 h",
                        "Unfollows in 48 h",
                        "Counts until");
        pushes(account)
                .forEach(it -> csv.row(
                        it.push().releasedAt(),
                        it.push().body().preview(),
                        it.push().releasedByName(),
                        it.push().audience(),
                        it.reached(),
                        it.atOnce(),
                        it.held(),
                        it.shown(),
                        it.opened(),
                        it.mutes48h(),
                        it.less48h(),
                        it.unfollows48h(),
                        it.countsUntil()));
        return csv.toString();
    }

    /** The table behind {@link #followers}, oldest day first, as text/csv with a header. */
    public String followersCsv(OfficialAccountId account, int days, ZoneId zone) {
        var csv = new Csv().row("Date", "Followers", "Came", "Left");
        followers(account, days, zone)
                .days()
                .forEach(day -> csv.row(day.date(), day.followers(), day.came(), day.left()));
        return csv.toString();
    }

    private List<PushInsight> pushes(OfficialAccountId account) {
        var all = new ArrayList<PushInsight>();
        @Nullable Long before = null;
        do {
            var page = page(account, before, 200);
            all.addAll(page.items());
            before = page.nextCursor() == null ? null : Long.valueOf(page.nextCursor());
        } while (before != null && all.size() < 10_000);
        return all;
    }

    private record Counted(long atOnce, long held) {}

    private Counted spread(PushMessage push) {
        return jdbc.sql("select at_once, held from push_spread where account_id = ? and push_id = ?")
                .param(push.account().value())
                .param(push.id().value())
                .query((row, _) -> new Counted(row.getLong(1), row.getLong(2)))
                .optional()
                .orElseGet(() -> count(push));
    }

    private Counted count(PushMessage push) {
        var spread = pushMessages.spread(push);
        var counted = new Counted(spread.atOnce(), spread.held() + spread.answersOnly());
        if (clock.instant().isAfter(push.releasedAt().plus(COUNTED))) {
            jdbc.sql("insert into push_spread (account_id, push_id, at_once, held) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .param(push.account().value())
                    .param(push.id().value())
                    .param(counted.atOnce())
                    .param(counted.held())
                    .update();
        }
        return counted;
    }

    private static boolean wentOn(Follow follow, Instant at) {
        var ended = follow.endedAt();
        return !follow.startedAt().isAfter(at) && (ended == null || at.isBefore(ended));
    }
}
