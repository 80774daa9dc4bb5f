package dev.parley.e2e.faults;

import java.time.Duration;
import java.util.Random;

/** Time that passes on purpose: a part of a scenario, never a way to wait for something that can be asked for. */
final class Pause {
    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A length from {@code shortest} to {@code longest}, chosen by the seed. */
    static Duration between(Random random, Duration shortest, Duration longest) {
        return shortest.plusMillis(random.nextLong(longest.minus(shortest).toMillis() + 1));
    }
}
