package dev.parley.push;

import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.DigestOnly;
import dev.parley.push.Dosage.Everything;
import dev.parley.push.Dosage.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The dosage rule: which push messages come at once and which are held, from what was released and what was chosen.
 *
 * <p>A pure function, and therefore the same for sync, live delivery, digest, forecast and the dose strip. A push message
 * is judged by the choice in force at its place in the stream; of one account never more come at once in a calendar
 * period than that choice allows, counting what an earlier choice let through.
 */
final class DosageRule {
    /** Clocks of several nodes may differ by this much; only used to look back a little further than needed. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private DosageRule() {}

    /**
     * Decides about every release of the timeline that the follower was there for.
     *
     * @param choices oldest first; before the first one everything comes
     * @param timeline rising; it must reach back to {@link #lookBack} of the first release one wants to know about
     * @param followed whether a release fell into a time when the user followed
     * @param zone of the follower as long as nothing was chosen
     */
    static List<Decision> decide(
            List<Choice> choices, List<Release> timeline, Predicate<Release> followed, ZoneId zone) {
        var decisions = new ArrayList<Decision>(timeline.size());
        var atOnce = new ArrayList<Instant>();
        var all = new ArrayList<Instant>();
        var next = 0;
        var inForce = new Choice(0, Instant.MIN, new Everything(), zone);
        for (var release : timeline) {
            while (next < choices.size() && choices.get(next).afterSequence() < release.sequence()) {
                inForce = choices.get(next++);
            }
            if (!followed.test(release)) {
                continue;
            }
            var decision = decide(inForce, release, atOnce, all);
            decisions.add(decision);
            all.add(release.at());
            if (decision.atOnce()) {
                atOnce.add(release.at());
            }
        }
        return decisions;
    }

    private static Decision decide(Choice inForce, Release release, List<Instant> atOnce, List<Instant> all) {
        return switch (inForce.dosage()) {
            case Everything everything -> {
                var earlier = count(atOnce, release.at(), Period.WEEK, inForce.zone());
                yield new Decision(release, true, earlier + 1, Period.WEEK, null, everything);
            }
            case AtMost atMost -> {
                var came = count(atOnce, release.at(), atMost.period(), inForce.zone());
                var fits = came < atMost.count();
                var ordinal = fits ? came + 1 : count(all, release.at(), atMost.period(), inForce.zone()) + 1;
                yield new Decision(release, fits, ordinal, atMost.period(), atMost.count(), atMost);
            }
            case DigestOnly digest -> held(digest, inForce, release, all);
            case AnswersOnly answers -> held(answers, inForce, release, all);
        };
    }

    private static Decision held(Dosage dosage, Choice inForce, Release release, List<Instant> all) {
        var ordinal = count(all, release.at(), Period.WEEK, inForce.zone()) + 1;
        return new Decision(release, false, ordinal, Period.WEEK, null, dosage);
    }

    private static int count(List<Instant> earlier, Instant at, Period period, ZoneId zone) {
        var start = period.start(at, zone);
        var end = period.end(at, zone);
        var count = 0;
        for (var i = earlier.size() - 1; i >= 0; i--) {
            var before = earlier.get(i);
            if (!before.isBefore(start) && before.isBefore(end)) {
                count++;
            } else if (before.isBefore(start.minus(SLACK))) {
                break;
            }
        }
        return count;
    }

    /**
     * How far back a timeline must reach so that the decision about a release at this time, and its ordinal, are right.
     * The choice in force counts from the start of its period; what came since then may have been judged by a choice
     * whose period began earlier still.
     */
    static Instant lookBack(List<Choice> choices, Instant at, ZoneId zone) {
        var from = Period.WEEK.start(at, zone);
        for (var i = 0; i < choices.size(); i++) {
            if (!begin(choices, i).isAfter(at) && !end(choices, i).isBefore(at)) {
                var choice = choices.get(i);
                var period = choice.dosage() instanceof AtMost atMost ? atMost.period() : Period.WEEK;
                from = earlier(from, period.start(at, choice.zone()));
            }
        }
        while (true) {
            var extended = from;
            for (var i = 0; i < choices.size(); i++) {
                if (choices.get(i).dosage() instanceof AtMost(var _, var period)
                        && !begin(choices, i).isAfter(at)
                        && !end(choices, i).isBefore(from)) {
                    var first = later(begin(choices, i), from);
                    extended =
                            earlier(extended, period.start(first, choices.get(i).zone()));
                }
            }
            if (!extended.isBefore(from)) {
                return from.minus(SLACK);
            }
            from = extended;
        }
    }

    private static Instant begin(List<Choice> choices, int index) {
        return choices.get(index).at().minus(SLACK);
    }

    private static Instant end(List<Choice> choices, int index) {
        return index + 1 < choices.size() ? choices.get(index + 1).at().plus(SLACK) : Instant.MAX;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
