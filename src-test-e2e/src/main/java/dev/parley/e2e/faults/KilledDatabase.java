package dev.parley.e2e.faults;

import java.time.Duration;
import java.util.Random;

/** All of PostgreSQL is killed and started again a moment later; or one of its processes is, and it recovers on its own. */
final class KilledDatabase extends DatabaseFault {
    @Override
    int rounds(Plan plan) {
        return plan.rounds(4, 100);
    }

    @Override
    void fault(Postgres database, Plan plan, Random random) {
        if (random.nextInt(3) == 0 && database.killBackend(random)) {
            return;
        }
        database.kill();
        Pause.of(Pause.between(random, Duration.ofMillis(100), Duration.ofSeconds(2)));
        database.startAgain();
    }
}
