package dev.parley.e2e.faults;

import java.time.Duration;
import java.util.Random;

/** PostgreSQL stands still with all its connections open, then goes on as if nothing had been. */
final class FrozenDatabase extends DatabaseFault {
    @Override
    int rounds(Plan plan) {
        return plan.rounds(1, 5);
    }

    @Override
    void fault(Postgres database, Plan plan, Random random) {
        database.freeze();
        Pause.of(plan.length(Duration.ofSeconds(12), Duration.ofSeconds(30)));
        database.thaw();
    }
}
