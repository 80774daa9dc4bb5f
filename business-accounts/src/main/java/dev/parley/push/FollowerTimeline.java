package dev.parley.push;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.spi.Stretch;
import dev.parley.delivery.spi.Timeline;
import dev.parley.delivery.spi.TimelineEntry;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.kernel.PartyRef;
import dev.parley.push.Dosage.AnswersOnly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The push messages of all accounts as a stream that is merged into what each follower reads. Five questions to the
 * database, however many accounts are followed, and one when there is nothing new.
 *
 * <p>Their order matters, since each sees a later moment. What is in force for a push message was committed before it:
 * so the end of the stretch is fixed first, then the follows are read, and the choices after the push messages.
 */
@Component
class FollowerTimeline implements Timeline {
    private final Follows follows;
    private final ChoiceStore choices;
    private final PushStore store;
    private final Judge judge;
    private final Zones zones;
    private final OfficialAccounts accounts;
    private final LivePushes live;

    FollowerTimeline(
            Follows follows,
            ChoiceStore choices,
            PushStore store,
            Judge judge,
            Zones zones,
            OfficialAccounts accounts,
            LivePushes live) {
        this.follows = follows;
        this.choices = choices;
        this.store = store;
        this.judge = judge;
        this.zones = zones;
        this.accounts = accounts;
        this.live = live;
    }

    /**
     * What came at once, as messages; of what was held only the newest of the stretch, as news of the digest. What was
     * released before the present follow began, and all of an account that is no longer followed or is suspended, is left out.
     */
    @Override
    public Stretch read(PartyRef reader, long after, int limit) {
        if (!reader.isUser()) {
            return new Stretch(List.of(), Math.max(after, newest()));
        }
        var newest = newest();
        if (newest <= after) {
            return Stretch.nothing(after);
        }
        var user = reader.asUser();
        var byAccount = follows.ofUserSince(user, Instant.EPOCH).stream().collect(groupingBy(Follow::account));
        byAccount.values().removeIf(ofOne -> ofOne.stream().allMatch(follow -> follow.endedAt() != null));
        var found = store.between(byAccount.keySet(), after, newest, limit);
        var through =
                found.found().size() < limit ? newest : found.found().getLast().sequence();
        if (found.found().isEmpty()) {
            return new Stretch(List.of(), through);
        }
        var suspended = suspended(found.found());
        var chosen = choices.ofUser(user);
        var zone = zones.of(user);
        var judged = new ArrayList<Judged>();
        found.found().stream()
                .collect(groupingBy(PushMessage::account))
                .forEach((OfficialAccountId account, List<PushMessage> pushes) -> judged.addAll(judge.judge(
                        byAccount.getOrDefault(account, List.of()),
                        chosen.getOrDefault(account, List.of()),
                        pushes,
                        found.earlier().getOrDefault(account, List.of()),
                        zone)));
        judged.removeIf(each -> each.follow().endedAt() != null
                || suspended.contains(each.push().account()));
        judged.sort(
                (one, other) -> Long.compare(one.push().sequence(), other.push().sequence()));
        return new Stretch(entries(judged), through);
    }

    @Override
    public long newest() {
        return store.newest();
    }

    @Override
    public void grewElsewhere(long newest) {
        live.releasedElsewhere(newest);
    }

    /** Nobody hears from them until they are restored. */
    private Set<OfficialAccountId> suspended(List<PushMessage> pushes) {
        var senders = pushes.stream().map(PushMessage::account).collect(toSet());
        return accounts.cards(senders).values().stream()
                .filter(account -> account.state() == AccountState.SUSPENDED)
                .map(OfficialAccount::id)
                .collect(toSet());
    }

    private static List<TimelineEntry> entries(List<Judged> judged) {
        var entries = new ArrayList<TimelineEntry>(judged.size());
        var digestTold = false;
        for (var each : judged.reversed()) {
            var atOnce = each.decision().atOnce();
            var entry = entry(each);
            if (entry != null && (atOnce || !digestTold)) {
                entries.add(entry);
                digestTold |= !atOnce;
            }
        }
        return entries.reversed();
    }

    /** What a connected follower is told of a push message; null for nothing. */
    static @Nullable TimelineEntry entry(Judged judged) {
        var sequence = judged.push().sequence();
        if (judged.decision().atOnce()) {
            var message = judged.message();
            return new TimelineEntry(
                    sequence, new EntryContent.MessageArrived(message.conversation(), sequence), message);
        }
        return judged.decision().dosage() instanceof AnswersOnly
                ? null
                : new TimelineEntry(sequence, new EntryContent.Changed(ChangedThing.DIGEST, null), null);
    }
}
