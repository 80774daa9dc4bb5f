package dev.parley.insight;

import static dev.parley.insight.SmallGroups.within;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.insight.PushInsight.LinkClicks;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Insight into push messages: who was shown what stands in {@code push_view}, which links were followed in {@code push_click}, how a push message
 * spread in {@code push_spread} (once counted, kept), what followers did in {@code follow_act}; the rest is asked of the rooms that know it.
 */
@Component
public class Insights {
    /** How long after a release a mute, a "less", an unfollow, a block or a report is counted for it. */
    public static final Duration COUNTED = Duration.ofHours(48);

    /** Most entries of one report of what was shown. */
    public static final int MOST_SEEN = 500;

    /** How a push message spread is decided at its release; so much later every follow that was taken back in the meantime is back. */
    private static final Duration DECIDED = Duration.ofMinutes(1);

    private static final int MOST_EXPORTED = 10_000;

    private final JdbcClient jdbc;
    private final PushViews views;
    private final FollowActs acts;
    private final Links links;
    private final PushMessages pushMessages;
    private final Follows follows;
    private final Clock clock;

    Insights(
            JdbcClient jdbc,
            PushViews views,
            FollowActs acts,
            Links links,
            PushMessages pushMessages,
            Follows follows,
            Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.acts = acts;
        this.links = links;
        this.pushMessages = pushMessages;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Takes down what a user was shown and opened, and which links they followed. Counted once per push message, link and follower, however often
     * it is said; what the user could not have got, and links that are not in it, are passed over. At most {@value #MOST_SEEN} at once, the
     * rest is passed over too.
     */
    @Transactional
    public void record(UserId user, List<Seen> seen) {
        var opened = new HashMap<MessageId, Boolean>();
        var followed = new HashMap<MessageId, Set<String>>();
        seen.stream().limit(MOST_SEEN).forEach(each -> {
            opened.merge(each.push(), each.opened() || !each.links().isEmpty(), Boolean::logicalOr);
            followed.computeIfAbsent(each.push(), _ -> new HashSet<>()).addAll(each.links());
        });
        if (opened.isEmpty()) {
            return;
        }
        var pushes = pushMessages.find(opened.keySet());
        if (pushes.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var theirs = follows.ofUserSince(user, Instant.EPOCH);
        var found = new ArrayList<PushViews.View>();
        var clicks = new ArrayList<PushViews.Click>();
        for (var push : pushes) {
            theirs.stream()
                    .filter(follow -> follow.account().equals(push.account()) && wentOn(follow, push.releasedAt()))
                    .findFirst()
                    .ifPresent(follow -> {
                        var at = notAfterTheEnd(now, follow);
                        found.add(new PushViews.View(
                                push.account(),
                                push.id(),
                                follow.follower(),
                                opened.getOrDefault(push.id(), false),
                                at));
                        var within = followed.getOrDefault(push.id(), Set.of());
                        links(push, within)
                                .forEach(link -> clicks.add(
                                        new PushViews.Click(push.account(), push.id(), follow.follower(), link, at)));
                    });
        }
        if (!found.isEmpty()) {
            views.add(found);
        }
        if (!clicks.isEmpty()) {
            views.click(clicks);
        }
    }

    /** What an account's push messages did, newest first. @param before sequence below which to begin, absent for the newest */
    public Page<PushInsight> page(OfficialAccountId account, @Nullable Long before, int limit) {
        var page = pushMessages.page(account, before, limit);
        return new Page<>(of(account, page.items()), page.nextCursor());
    }

    /** What all push messages of an account did, newest first, at most 10,000. */
    public List<PushInsight> all(OfficialAccountId account) {
        var all = new ArrayList<PushInsight>();
        @Nullable Long before = null;
        do {
            var page = page(account, before, 200);
            all.addAll(page.items());
            before = page.nextCursor() == null ? null : Long.valueOf(page.nextCursor());
        } while (before != null && all.size() < MOST_EXPORTED);
        return all;
    }

    /** What one push message did; empty when this account has none of this id. */
    public Optional<PushInsight> find(OfficialAccountId account, MessageId push) {
        return pushMessages
                .find(account, push)
                .map(found -> of(account, List.of(found)).getFirst());
    }

    /** What these push messages of one account did, in their order. */
    public List<PushInsight> of(OfficialAccountId account, Collection<PushMessage> pushes) {
        var ids = pushes.stream().map(PushMessage::id).toList();
        var counts = views.counts(account, ids);
        var clicks = views.clicks(account, ids);
        return pushes.stream()
                .map(push -> insight(
                        push,
                        counts.getOrDefault(push.id(), PushViews.Counts.NONE),
                        clicks.getOrDefault(push.id(), Map.of())))
                .toList();
    }

    /** How many got a push message at once, for the rooms that estimate; the parts are not for a company to see. */
    public long atOnce(PushMessage push) {
        return spread(push).atOnce();
    }

    /** What followers of an account did in [from, until), for the rooms that estimate; acts of whom nothing is known are left out. */
    public List<FollowAct> acts(OfficialAccountId account, ActKind kind, Instant from, Instant until) {
        return acts.between(account, kind, from, until);
    }

    private PushInsight insight(PushMessage push, PushViews.Counts seen, Map<String, Long> clicks) {
        var account = push.account();
        var until = push.releasedAt().plus(COUNTED);
        var audience = push.audience();
        var spread = spread(push);
        var did = acts.counts(account, push.releasedAt(), until);
        var shown = within(audience, seen.shown());
        return new PushInsight(
                push,
                within(audience, spread.atOnce() + spread.held()),
                within(audience, spread.atOnce()),
                within(audience, spread.held()),
                shown,
                within(shown, seen.opened()),
                within(shown, seen.replied()),
                links.of(push.body()).stream()
                        .map(link -> new LinkClicks(link, within(shown, clicks.getOrDefault(link, 0L))))
                        .toList(),
                within(audience, did.getOrDefault(ActKind.MUTE, 0L)),
                within(audience, did.getOrDefault(ActKind.LESS, 0L)),
                within(audience, follows.countEnded(account, push.releasedAt(), until)),
                within(audience, did.getOrDefault(ActKind.BLOCK, 0L)),
                within(audience, did.getOrDefault(ActKind.REPORT, 0L)),
                until);
    }

    private Set<String> links(PushMessage push, Set<String> followed) {
        if (followed.isEmpty()) {
            return Set.of();
        }
        var known = links.of(push.body());
        known.retainAll(followed);
        return known;
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
        if (clock.instant().isAfter(push.releasedAt().plus(DECIDED))) {
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

    /** What was shown is reported a moment later; who left in that moment had seen it before. */
    private static Instant notAfterTheEnd(Instant now, Follow follow) {
        var ended = follow.endedAt();
        return ended != null && ended.isBefore(now) ? ended : now;
    }
}
