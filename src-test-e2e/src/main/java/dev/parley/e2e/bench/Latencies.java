package dev.parley.e2e.bench;

import java.util.Arrays;

/**
 * Counts of latencies: in steps of 10 µs below 100 ms, of 1 ms up to 100 s; longer ones count as 100 s. A quantile is never told
 * smaller than it was. Not for more than one thread.
 */
final class Latencies {
    private static final long FINE = 10_000;
    private static final long COARSE = 1_000_000;
    private static final int FINE_STEPS = 10_000;
    private static final int COARSE_STEPS = 100_000;
    private final long[] counts = new long[FINE_STEPS + COARSE_STEPS];
    private long total;
    private long most;

    void add(long nanos) {
        counts[step(nanos)]++;
        total++;
        most = Math.max(most, nanos);
    }

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
        most = 0;
    }

    long total() {
        return total;
    }

    double mostMillis() {
        return most / 1e6;
    }

    /** @param share between 0 and 1
     *  @return milliseconds that this share of the latencies did not exceed; 0 when there are none */
    double quantileMillis(double share) {
        var wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (var step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen >= wanted && seen > 0) {
                return upperNanos(step) / 1e6;
            }
        }
        return 0;
    }

    private static int step(long nanos) {
        var fine = Math.max(0, nanos) / FINE;
        if (fine < FINE_STEPS) {
            return (int) fine;
        }
        return FINE_STEPS + (int) Math.min(nanos / COARSE, COARSE_STEPS - 1);
    }

    private static long upperNanos(int step) {
        return step < FINE_STEPS ? (step + 1) * FINE : (step - FINE_STEPS + 1) * COARSE;
    }
}
