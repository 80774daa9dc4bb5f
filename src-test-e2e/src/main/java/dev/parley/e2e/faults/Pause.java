package dev.parley.e2e.faults;

import java.time.Duration;
import java.util.Random;

/** Time that passes on purpose: a part of a scenario, never a way to wait for something that can be asked for. */
final class Pause {
    private Pause() {}

    /** Thrown out of a pause when its thread is to end. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Does the work until it is done or its thread is interrupted in a pause. */
    static void endsWithInterrupt(Runnable work) {
        try {
            work.run();
        } catch (Interrupted end) {
            Thread.currentThread().interrupt();
        }
    }

    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** A length from {@code shortest} to {@code longest}, chosen by the seed. */
    static Duration between(Random random, Duration shortest, Duration longest) {
        return shortest.plusMillis(random.nextLong(longest.minus(shortest).toMillis() + 1));
    }
}
