package dev.parley.push;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccounts;
import dev.parley.delivery.Connections;
import dev.parley.delivery.TimelineGrowth;
import dev.parley.delivery.spi.TimelineEntry;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a fresh push message to the followers who are connected to this node: a few questions to the database per
 * thousands of followers, and the rule in memory. The other nodes do the same once they hear of it. Everybody else reads
 * the timeline.
 */
@Component
class LivePushes {
    private static final Logger log = LoggerFactory.getLogger(LivePushes.class);
    private static final int BATCH = 500;
    private static final long HANDED_WITHIN_SECONDS = 3;

    /** More than these are left to each connection to read. */
    private static final int MOST_AT_ONCE = 100;

    private final Connections connections;
    private final Follows follows;
    private final ChoiceStore choices;
    private final PushStore store;
    private final OfficialAccounts accounts;
    private final TransactionTemplate transaction;

    private final AtomicLong heard = new AtomicLong();
    private final AtomicBoolean catchingUp = new AtomicBoolean();
    private volatile long handed;

    LivePushes(
            Connections connections,
            Follows follows,
            ChoiceStore choices,
            PushStore store,
            OfficialAccounts accounts,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.follows = follows;
        this.choices = choices;
        this.store = store;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * Call after the commit. A failure costs latency only: a heartbeat tells the newest sequence anyway.
     *
     * @param after newest sequence of the timeline before this push message
     */
    void released(PushMessage push, long after) {
        try {
            handOver(push, after);
        } catch (RuntimeException failure) {
            log.warn("Push message {} was released, but not handed to connected followers", push.id(), failure);
        } finally {
            connections.timelineGrew(push.sequence());
        }
    }

    /** Another node has released: hands everything up to a sequence to the followers who are connected here. Returns at once. */
    void releasedElsewhere(long newest) {
        heard.accumulateAndGet(newest, Math::max);
        if (catchingUp.compareAndSet(false, true)) {
            Thread.ofVirtual().name("pushes-of-others").start(this::catchUp);
        }
    }

    /** One release after the other; what comes meanwhile is taken along. */
    private void catchUp() {
        var newest = heard.get();
        try {
            for (; handed < newest; newest = heard.get()) {
                var after = handed == 0 ? store.newestBefore(newest) : handed;
                for (var push : store.ofAll(after, newest, MOST_AT_ONCE)) {
                    handOver(push, after);
                    after = push.sequence();
                }
                handed = newest;
                connections.timelineGrewHere(newest);
            }
        } catch (RuntimeException failure) {
            log.warn("Push messages of other nodes were not handed over; each connection reads them", failure);
            handed = newest; // trying again at once would meet the same failure again
            connections.timelineGrewHere(newest);
        } finally {
            catchingUp.set(false);
        }
        if (handed < heard.get() && handed > 0) {
            releasedElsewhere(heard.get());
        }
    }

    /**
     * Meanwhile no follow of the account ends, on no node: nothing reaches anybody after their unfollow. The first followers get it while
     * the next ones are still being judged.
     */
    private void handOver(PushMessage push, long after) {
        transaction.executeWithoutResult(_ -> {
            follows.keepFollowers(push.account());
            var heardOf = accounts.find(push.account())
                    .filter(account -> account.state() != AccountState.SUSPENDED)
                    .isPresent();
            var handed = new ArrayList<CompletableFuture<Void>>();
            var connected = List.copyOf(connections.connected());
            for (var from = 0; from < connected.size(); from += BATCH) {
                var readers = connected.subList(from, Math.min(connected.size(), from + BATCH));
                var entries = heardOf ? judge(push, readers) : Map.<PartyRef, TimelineEntry>of();
                handed.add(connections.timelineGrew(new TimelineGrowth(after, push.sequence(), entries), readers));
            }
            await(CompletableFuture.allOf(handed.toArray(CompletableFuture[]::new)));
        });
    }

    private static void await(CompletableFuture<Void> handed) {
        try {
            handed.get(HANDED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            log.debug("The connections here are far behind; they get the push message later");
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<PartyRef, TimelineEntry> judge(PushMessage push, List<PartyRef> readers) {
        var entries = new HashMap<PartyRef, TimelineEntry>();
        judge(
                push,
                readers.stream().filter(PartyRef::isUser).map(PartyRef::asUser).toList(),
                entries);
        return entries;
    }

    private void judge(PushMessage push, List<UserId> connected, Map<PartyRef, TimelineEntry> entries) {
        if (connected.isEmpty()) {
            return;
        }
        var account = push.account();
        var followers = follows.of(account, connected).stream().collect(groupingBy(Follow::user));
        var chosen = followers.isEmpty() ? Map.<UserId, List<Choice>>of() : choices.of(account, followers.keySet());
        var release = new Release(push.sequence(), push.releasedAt());
        var from = chosen.values().stream()
                .map(theirs -> DosageRule.lookBack(theirs, push.releasedAt(), ZoneOffset.UTC))
                .reduce(
                        DosageRule.lookBack(List.of(), push.releasedAt(), ZoneOffset.UTC),
                        (one, other) -> one.isBefore(other) ? one : other);
        var timeline = Stream.concat(store.releases(account, from, push.sequence()).stream(), Stream.of(release))
                .toList();
        followers.forEach((user, theirs) -> {
            var follow = Judge.covering(theirs, push.releasedAt());
            if (follow == null || follow.endedAt() != null) {
                return;
            }
            var decision = DosageRule.decide(
                            chosen.getOrDefault(user, List.of()),
                            timeline,
                            it -> Judge.covering(theirs, it.at()) != null,
                            ZoneOffset.UTC)
                    .getLast();
            var entry = FollowerTimeline.entry(new Judged(push, follow, decision));
            if (entry != null) {
                entries.put(PartyRef.user(user), entry);
            }
        });
    }
}
