package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies {@link DosageRule} to stored push messages; fetches more of the past when the rule asks for it. */
@Component
class Judge {
    private final PushStore store;

    Judge(PushStore store) {
        this.store = store;
    }

    /**
     * What one follower gets of push messages of one account.
     *
     * @param follows of the user and the account, ended ones included
     * @param pushes rising, without gaps between the first and the last
     * @param earlier what was released in the {@link PushStore#CONTEXT_DAYS} days before the first, rising
     * @return rising; without those that were released while the user did not follow
     */
    List<Judged> judge(
            List<Follow> follows, List<Choice> choices, List<PushMessage> pushes, List<Release> earlier, ZoneId zone) {
        if (pushes.isEmpty()) {
            return List.of();
        }
        var releases = pushes.stream()
                .map(push -> new Release(push.sequence(), push.releasedAt()))
                .toList();
        var account = pushes.getFirst().account();
        var decisions = new TreeMap<Long, Decision>();
        for (var decision : decide(account, follows, choices, releases, earlier, zone)) {
            decisions.put(decision.release().sequence(), decision);
        }
        var judged = new ArrayList<Judged>(pushes.size());
        for (var push : pushes) {
            var decision = decisions.get(push.sequence());
            var follow = covering(follows, push.releasedAt());
            if (decision != null && follow != null) {
                judged.add(new Judged(push, follow, decision));
            }
        }
        return judged;
    }

    /** As {@link #judge}, for places in the stream only. */
    List<Decision> decide(
            OfficialAccountId account,
            List<Follow> follows,
            List<Choice> choices,
            List<Release> releases,
            List<Release> earlier,
            ZoneId zone) {
        var first = releases.getFirst();
        var from = DosageRule.lookBack(choices, first.at(), zone);
        var known = first.at().minus(Duration.ofDays(PushStore.CONTEXT_DAYS));
        var before = from.isBefore(known) ? store.releases(account, from, first.sequence()) : earlier;
        return DosageRule.decide(
                        choices,
                        Stream.concat(before.stream(), releases.stream()).toList(),
                        release -> covering(follows, release.at()) != null,
                        zone)
                .stream()
                .filter(decision -> decision.release().sequence() >= first.sequence())
                .toList();
    }

    /** The follow that went on at a time; null when there was none. */
    static @Nullable Follow covering(List<Follow> follows, Instant at) {
        for (var follow : follows) {
            var ended = follow.endedAt();
            if (!follow.startedAt().isAfter(at) && (ended == null || at.isBefore(ended))) {
                return follow;
            }
        }
        return null;
    }
}
