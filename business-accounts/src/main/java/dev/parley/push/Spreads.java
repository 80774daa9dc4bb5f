package dev.parley.push;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.Everything;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Counts how a push message spreads over an audience, by the rule that delivers. Who has never chosen gets it at once;
 * only those who chose are looked at one by one.
 */
@Component
class Spreads {
    private static final int BATCH = 1000;

    private final ChoiceStore choices;
    private final Follows follows;
    private final PushStore store;

    Spreads(ChoiceStore choices, Follows follows, PushStore store) {
        this.choices = choices;
        this.follows = follows;
        this.store = store;
    }

    /** How a release spreads over this many followers. */
    Spread of(OfficialAccountId account, Release release, long audience) {
        var count = new Count(account, release);
        choices.eachChooser(account, count::add);
        count.judgeBatch();
        return new Spread(
                audience, Math.max(0, audience - count.held - count.answersOnly), count.held, count.answersOnly);
    }

    private final class Count {
        private final OfficialAccountId account;
        private final Release release;
        private final Map<UserId, List<Choice>> batch = new HashMap<>();
        private List<Release> timeline;
        private Instant from;
        private long held;
        private long answersOnly;

        Count(OfficialAccountId account, Release release) {
            this.account = account;
            this.release = release;
            this.from = DosageRule.lookBack(List.of(), release.at(), ZoneOffset.UTC);
            this.timeline = store.releases(account, from, release.sequence());
        }

        void add(UserId user, List<Choice> chosen) {
            var inForce = chosen.stream()
                    .filter(choice -> choice.afterSequence() < release.sequence())
                    .reduce((_, later) -> later);
            if (inForce.isPresent() && !(inForce.get().dosage() instanceof Everything)) {
                batch.put(user, chosen);
            }
            if (batch.size() >= BATCH) {
                judgeBatch();
            }
        }

        void judgeBatch() {
            if (batch.isEmpty()) {
                return;
            }
            follows.of(account, batch.keySet()).stream()
                    .collect(groupingBy(Follow::user))
                    .forEach((user, theirs) -> judge(theirs, batch.getOrDefault(user, List.of())));
            batch.clear();
        }

        private void judge(List<Follow> theirs, List<Choice> chosen) {
            if (Judge.covering(theirs, release.at()) == null) {
                return;
            }
            reachBack(DosageRule.lookBack(chosen, release.at(), ZoneOffset.UTC));
            var releases = Stream.concat(timeline.stream(), Stream.of(release)).toList();
            var decision = DosageRule.decide(
                            chosen, releases, it -> Judge.covering(theirs, it.at()) != null, ZoneOffset.UTC)
                    .getLast();
            if (decision.dosage() instanceof AnswersOnly) {
                answersOnly++;
            } else if (!decision.atOnce()) {
                held++;
            }
        }

        private void reachBack(Instant needed) {
            if (needed.isBefore(from)) {
                from = needed;
                timeline = store.releases(account, from, release.sequence());
            }
        }
    }
}
