package dev.parley.push;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.Message;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The push messages that came to a follower at once, as they stand in the conversation with the account. */
@Component
public class PushHistory {
    /** The quota of two months: enough to find the last one, and to count what is unread. */
    private static final int RECENT = 60;

    private static final int BATCH = 100;

    private final Follows follows;
    private final ChoiceStore choices;
    private final PushStore store;
    private final Judge judge;
    private final Zones zones;

    PushHistory(Follows follows, ChoiceStore choices, PushStore store, Judge judge, Zones zones) {
        this.follows = follows;
        this.choices = choices;
        this.store = store;
        this.judge = judge;
        this.zones = zones;
    }

    /**
     * What stands in the list beside an account.
     *
     * @param last the newest push message that came at once
     * @param unread how many came at once beyond what is displayed, counted up to {@value #RECENT}
     */
    public record Row(Message last, int unread) {}

    /**
     * The push messages of an account that came at once, below a sequence, in rising order: the newest {@code limit} of
     * them. Those of all the user's follows of the account, ended ones included.
     *
     * @param before absent for the newest
     */
    public List<Message> before(UserId user, OfficialAccountId account, @Nullable Long before, int limit) {
        var ofAccount = follows.ofUserSince(user, Instant.EPOCH).stream()
                .filter(follow -> follow.account().equals(account))
                .toList();
        var messages = new ArrayList<Message>();
        var below = before == null ? Long.MAX_VALUE : before;
        var batch = Math.max(limit, BATCH);
        while (!ofAccount.isEmpty() && messages.size() < limit) {
            var pushes = store.before(account, below, batch);
            if (pushes.isEmpty()) {
                break;
            }
            var rising = pushes.reversed();
            var chosen = choices.of(user, account);
            var first = rising.getFirst();
            var zone = zones.of(user);
            var earlier =
                    store.releases(account, DosageRule.lookBack(chosen, first.releasedAt(), zone), first.sequence());
            judge.judge(ofAccount, chosen, rising, earlier, zone).reversed().stream()
                    .filter(judged -> judged.decision().atOnce())
                    .limit(limit - messages.size())
                    .forEach(judged -> messages.add(judged.message()));
            below = first.sequence();
            if (pushes.size() < batch) {
                break;
            }
        }
        return messages.reversed();
    }

    /**
     * For each account that the user follows and from which something came at once, how it stands in the list.
     *
     * @param displayed by account, the message sequence up to which the user has displayed; 0 for accounts left out
     */
    public Map<OfficialAccountId, Row> rows(UserId user, Map<OfficialAccountId, Long> displayed) {
        var byAccount = follows.ofUserSince(user, Instant.EPOCH).stream().collect(groupingBy(Follow::account));
        byAccount.values().removeIf(all -> all.stream().allMatch(follow -> follow.endedAt() != null));
        if (byAccount.isEmpty()) {
            return Map.of();
        }
        var recent = store.newest(byAccount.keySet(), RECENT);
        var chosen = choices.ofUser(user);
        var zone = zones.of(user);
        var came = new HashMap<OfficialAccountId, List<Decision>>();
        recent.forEach((account, releases) -> {
            var theirs = chosen.getOrDefault(account, List.of());
            var earlier = theirs.isEmpty() || releases.size() < RECENT
                    ? List.<Release>of()
                    : store.releases(
                            account,
                            DosageRule.lookBack(theirs, releases.getFirst().at(), zone),
                            releases.getFirst().sequence());
            var atOnce = judge
                    .decide(account, byAccount.getOrDefault(account, List.of()), theirs, releases, earlier, zone)
                    .stream()
                    .filter(Decision::atOnce)
                    .toList();
            if (!atOnce.isEmpty()) {
                came.put(account, atOnce);
            }
        });
        var last =
                store
                        .at(came.values().stream()
                                .map(decisions -> decisions.getLast().release().sequence())
                                .toList())
                        .stream()
                        .collect(toMap(PushMessage::account, Function.identity()));
        var rows = new HashMap<OfficialAccountId, Row>();
        came.forEach((account, decisions) -> {
            var push = last.get(account);
            var follow =
                    push == null ? null : Judge.covering(byAccount.getOrDefault(account, List.of()), push.releasedAt());
            if (push != null && follow != null) {
                var seen = displayed.getOrDefault(account, 0L);
                var unread = (int) decisions.stream()
                        .filter(decision -> decision.release().sequence() > seen)
                        .count();
                rows.put(account, new Row(new Judged(push, follow, decisions.getLast()).message(), unread));
            }
        });
        return rows;
    }
}
