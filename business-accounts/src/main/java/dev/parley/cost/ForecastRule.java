package dev.parley.cost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts a count (opens, unfollows) for the next push message from the earlier ones of the account, as a share of those who get it at once.
 *
 * <p>On a logarithmic scale the forecast is the mean of the earlier shares, newer ones weighing more. The interval is as wide as it would have to
 * have been to hold so many of the earlier ones, each forecast from the others (conformal prediction): it needs no belief about how such
 * shares are distributed, only that the next push message is like the earlier ones. A pure function.
 */
final class ForecastRule {
    /** With fewer earlier push messages nothing is forecast. */
    static final int FEWEST = 6;

    /** A push message weighs half as much as one that came so many later. */
    private static final double HALF_WEIGHT_AFTER = 10;

    /** Older ones than so many are not looked at. */
    private static final int LOOK_BACK = 40;

    private ForecastRule() {}

    /** What came of an earlier push message. @param of how many got it at once */
    record Past(double count, long of) {
        double share() {
            return Math.log((Math.max(0, count) + 0.5) / (of + 1));
        }
    }

    /** @param past oldest first @param of how many would get the next one at once @param level such as 0.8; null with too few to go by */
    static @Nullable Interval forecast(List<Past> past, long of, double level) {
        var known = past.subList(Math.max(0, past.size() - LOOK_BACK), past.size());
        if (known.size() < FEWEST) {
            return null;
        }
        var shares = known.stream().mapToDouble(Past::share).toArray();
        var middle = mean(shares, -1);
        var misses = new double[shares.length];
        for (var i = 0; i < shares.length; i++) {
            misses[i] = Math.abs(shares[i] - mean(shares, i));
        }
        Arrays.sort(misses);
        var rank = (int) Math.ceil(level * (misses.length + 1));
        var width = rank <= misses.length ? misses[rank - 1] : misses[misses.length - 1] * 1.25;
        return new Interval(
                count(middle - width, of),
                Math.clamp(Math.exp(middle) * (of + 1) - 0.5, 0, of),
                count(middle + width, of));
    }

    /** What was forecast for each earlier push message by those before it, from the first that has enough of them. */
    static List<Check> checks(List<Past> past, double level) {
        var checks = new ArrayList<Check>();
        for (var i = FEWEST; i < past.size(); i++) {
            var interval = forecast(past.subList(0, i), past.get(i).of(), level);
            if (interval != null) {
                var count = Math.round(past.get(i).count());
                checks.add(new Check(i, interval, count, count >= interval.low() && count <= interval.high()));
            }
        }
        return checks;
    }

    private static long count(double share, long of) {
        return Math.clamp(Math.round(Math.exp(share) * (of + 1) - 0.5), 0, of);
    }

    private static double mean(double[] shares, int without) {
        var sum = 0.0;
        var weights = 0.0;
        for (var i = 0; i < shares.length; i++) {
            if (i != without) {
                var weight = Math.pow(0.5, (shares.length - 1 - i) / HALF_WEIGHT_AFTER);
                sum += weight * shares[i];
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** @param place of the push message among all @param held whether what came lies within */
    record Check(int place, Interval interval, long count, boolean held) {}
}
