package dev.parley.e2e.bench;

/** Counts of latencies in steps of 10 µs up to 10 s; longer ones count as 10 s. Not for more than one thread. */
final class Latencies {
    private static final int STEP_NANOS = 10_000;
    private final long[] counts = new long[1_000_000];
    private long total;

    void add(long nanos) {
        counts[(int) Math.clamp(nanos / STEP_NANOS, 0, counts.length - 1)]++;
        total++;
    }

    long total() {
        return total;
    }

    /** @param share between 0 and 1
     *  @return milliseconds that this share of the latencies did not exceed; 0 when there are none */
    double quantileMillis(double share) {
        var wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (var step = 0; step < counts.length; step++) {
            seen += counts[step];
            if (seen >= wanted && seen > 0) {
                return (step + 1) * STEP_NANOS / 1e6;
            }
        }
        return 0;
    }
}
