package dev.parley.push;

import static java.util.stream.Collectors.groupingBy;

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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands a fresh push message to the followers who are connected to this node: a few questions to the database per
 * thousands of followers, and the rule in memory. Everybody else, and the other nodes, read the timeline.
 */
@Component
class LivePushes {
    private static final Logger log = LoggerFactory.getLogger(LivePushes.class);
    private static final int BATCH = 5000;

    private final Connections connections;
    private final Follows follows;
    private final ChoiceStore choices;
    private final PushStore store;

    LivePushes(Connections connections, Follows follows, ChoiceStore choices, PushStore store) {
        this.connections = connections;
        this.follows = follows;
        this.choices = choices;
        this.store = store;
    }

    /**
     * Call after the commit. A failure costs latency only: a heartbeat tells the newest sequence anyway.
     *
     * @param after newest sequence of the timeline before this push message
     */
    void released(PushMessage push, long after) {
        try {
            var entries = new HashMap<PartyRef, TimelineEntry>();
            var batch = new ArrayList<UserId>(BATCH);
            for (var party : connections.connected(PartyRef.USER)) {
                batch.add(party.asUser());
                if (batch.size() == BATCH) {
                    judge(push, batch, entries);
                    batch.clear();
                }
            }
            judge(push, batch, entries);
            connections.timelineGrew(new TimelineGrowth(after, push.sequence(), entries));
        } catch (RuntimeException failure) {
            log.warn("Push message {} was released, but not handed to connected followers", push.id(), failure);
        } finally {
            connections.timelineGrew(push.sequence());
        }
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
