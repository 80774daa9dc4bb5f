package dev.parley.cost;

import dev.parley.cost.Attribution.Act;
import dev.parley.cost.Attribution.Question;
import dev.parley.cost.Attribution.Showing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * An audience that leaves for causes that are known: by itself (more so in the first week, and some people more than others), or because of one
 * push message it has seen. What follows a push message is not quite what the model believes: most leave within minutes, the others within a day
 * or two. Seeded, so that every run is the same.
 */
final class SimulatedAudience {
    private static final double WEEK = 7 * 24.0;

    private final Random random;
    private final double days;
    private final double[] annoyance;
    private final double[] releasedAt;
    private final List<List<Showing>> shown = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private final double[] hoursFollowed = new double[2];

    /** How many left because of each push message. */
    final int[] truth;

    /** @param annoyance for each push message, the share of those who see it who leave because of it */
    SimulatedAudience(long seed, int followers, int days, double[] annoyance) {
        this.random = new Random(seed);
        this.days = days * 24.0;
        this.annoyance = annoyance;
        truth = new int[annoyance.length];
        releasedAt =
                random.doubles(annoyance.length, 0, this.days - 72).sorted().toArray();
        Arrays.stream(annoyance).forEach(_ -> shown.add(new ArrayList<>()));
        for (var i = 0; i < followers; i++) {
            follow();
        }
    }

    Question question() {
        return new Question(hoursFollowed, shown, acts, true);
    }

    private void follow() {
        // six of ten were there before, the others come over time
        var start = random.nextDouble() < 0.6 ? -1000 : random.nextDouble() * days;
        var temper = 0.4 + 1.2 * random.nextDouble();
        var end = byThemselves(start, temper);
        var cause = -1;
        var seenAt = new double[annoyance.length];
        Arrays.fill(seenAt, Double.NaN);
        for (var push = 0; push < annoyance.length; push++) {
            if (releasedAt[push] < start || random.nextDouble() > 0.7) {
                continue;
            }
            seenAt[push] = releasedAt[push] + exponential(4);
            if (random.nextDouble() < annoyance[push]) {
                var leaves = seenAt[push] + (random.nextDouble() < 0.6 ? exponential(0.5) : exponential(18));
                if (leaves < end) {
                    end = leaves;
                    cause = push;
                }
            }
        }
        var observed = Math.min(end, days);
        for (var push = 0; push < annoyance.length; push++) {
            if (seenAt[push] < observed) {
                shown.get(push).add(new Showing(days - seenAt[push], 1));
            }
        }
        var from = Math.max(0, start);
        var young = Math.max(0, Math.min(observed, start + WEEK) - from);
        hoursFollowed[0] += young;
        hoursFollowed[1] += Math.max(0, observed - from) - young;
        if (end < days) {
            leave(start, end, cause, seenAt);
        }
    }

    private void leave(double start, double end, int cause, double[] seenAt) {
        if (cause >= 0) {
            truth[cause]++;
        }
        var seen = new ArrayList<Integer>();
        for (var push = 0; push < seenAt.length; push++) {
            if (seenAt[push] < end && seenAt[push] > end - Attribution.HORIZON_HOURS) {
                seen.add(push);
            }
        }
        acts.add(new Act(
                end - start < WEEK ? 0 : 1,
                days - end,
                seen.stream().mapToInt(Integer::intValue).toArray(),
                seen.stream().mapToDouble(push -> end - seenAt[push]).toArray()));
    }

    /** When somebody leaves without any push message: one in a hundred in the first week, four in a hundred in sixty days later on. */
    private double byThemselves(double start, double temper) {
        var from = Math.max(0, start);
        if (start >= 0) {
            var early = exponential(WEEK * 100 / temper);
            if (early < WEEK) {
                return start + early;
            }
            from = start + WEEK;
        }
        return from + exponential(60 * 24 * 25 / temper);
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
