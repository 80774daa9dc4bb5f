package dev.parley.e2e.faults;

import dev.parley.e2e.ParleyServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/**
 * Something happens to the PostgreSQL while everybody writes. Meanwhile the server refuses honestly and within a bounded time, and afterwards
 * it goes on without help; whoever supervises PostgreSQL starts it again when it has ended.
 */
abstract class DatabaseFault extends Scenario {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    /** A database to which this can happen. */
    Postgres database(Plan plan) throws IOException, SQLException, InterruptedException {
        return Postgres.create(plan.folder());
    }

    abstract int rounds(Plan plan);

    /** Makes the fault and undoes it; PostgreSQL itself need not be back yet. */
    abstract void fault(Postgres database, Plan plan, Random random) throws IOException;

    @Override
    final void run(Plan plan) throws Exception {
        var random = plan.random();
        try (var database = database(plan);
                var server = ParleyServer.start(
                        plan.folder().resolve("server"),
                        Ports.free(),
                        plan.environment(),
                        KilledServer.settings(database.url()));
                var crowd = Crowd.gather(server.address(), plan.seed(), Crowd.Manners.USUAL)) {
            crowd.probe();
            crowd.talk();
            var recoveries = new Book.Spans();
            var rounds = rounds(plan);
            for (var i = 0; i < rounds; i++) {
                crowd.awaitAcknowledged(50, BACK_WITHIN);
                Pause.of(Pause.between(random, Duration.ZERO, Duration.ofMillis(500)));
                fault(database, plan, random);
                var over = System.nanoTime();
                database.awaitAnswer();
                crowd.awaitAcknowledged(20, BACK_WITHIN);
                recoveries.add(Duration.ofNanos(System.nanoTime() - over));
                round();
                say(name(getClass()) + ", " + (i + 1) + " of " + rounds + ", refused so far "
                        + crowd.book().refusals());
            }
            found(crowd.settleAndCheck(database::connect, BACK_WITHIN));
            figure(crowd.book().tally());
            figure("20 messages acknowledged again after the end of the fault: " + recoveries);
        } finally {
            cleanUp();
        }
    }

    void cleanUp() {}
}
