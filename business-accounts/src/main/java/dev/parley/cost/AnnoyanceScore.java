package dev.parley.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How much an account annoys: of every thousand times that somebody was shown one of its push messages in the last thirty days, how many left
 * because of it, half of those who muted it, a quarter of those who chose less, and three times those who reported it. Only what is laid to the push
 * messages counts, not what the account's base rate explains. The same for followers, company and operators.
 *
 * <p>A pure function of costs.
 */
final class AnnoyanceScore {
    static final Duration COUNTED = Duration.ofDays(30);

    /** A push message is counted once its cost is known. */
    static final Duration KNOWN_AFTER = Duration.ofHours(48);

    static final double UNFOLLOWED = 1;
    static final double MUTED = 0.5;
    static final double LESS = 0.25;
    static final double REPORTED = 3;

    private static final double PER = 1_000;
    private static final double MOST = 10;
    private static final long FEWEST_SHOWN = 20;

    private AnnoyanceScore() {}

    /** The score at a time; null when fewer than twenty were shown anything. */
    static @Nullable Annoyance at(Instant at, Collection<PushCost> costs) {
        var counted = costs.stream()
                .filter(cost -> !cost.releasedAt().isBefore(at.minus(COUNTED))
                        && !cost.releasedAt().isAfter(at.minus(KNOWN_AFTER)))
                .sorted(Comparator.comparing(PushCost::releasedAt))
                .toList();
        var shown = counted.stream().mapToLong(PushCost::shown).sum();
        if (shown < FEWEST_SHOWN) {
            return null;
        }
        var left = Estimate.NONE;
        var muted = Estimate.NONE;
        var less = Estimate.NONE;
        var reported = Estimate.NONE;
        for (var cost : counted) {
            left = left.plus(cost.left());
            muted = muted.plus(cost.muted());
            less = less.plus(cost.less());
            reported = reported.plus(cost.reported());
        }
        var factor = PER / shown;
        left = left.times(factor * UNFOLLOWED);
        muted = muted.times(factor * MUTED);
        less = less.times(factor * LESS);
        reported = reported.times(factor * REPORTED);
        var all = left.plus(muted).plus(less).plus(reported);
        return new Annoyance(
                Math.min(MOST, all.value()),
                all.margin(),
                left.value(),
                muted.value(),
                less.value(),
                reported.value(),
                shown,
                counted.size());
    }
}
