package dev.parley.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The disk takes what is written but cannot make it durable: one fsync fails, and PostgreSQL ends all its processes and recovers on its own; or
 * all of them fail for a while, also those of the recovery, and whoever supervises PostgreSQL has to start it again.
 */
final class FailingFsync extends DatabaseFault {
    @Override
    String missing() {
        return Commands.exists("gcc") ? "" : "The failing fsync needs gcc, to make what is preloaded into PostgreSQL.";
    }

    @Override
    int rounds(Plan plan) {
        return plan.rounds(2, 50);
    }

    @Override
    Postgres database(Plan plan) throws IOException, SQLException {
        var source = plan.folder().resolve("failing-fsync.c");
        try (var code = Objects.requireNonNull(FailingFsync.class.getResourceAsStream("/faults/failing-fsync.c"))) {
            Files.copy(code, source);
        }
        var library = plan.folder().resolve("failing-fsync.so");
        Commands.run("gcc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl");
        return Postgres.create(
                plan.folder().resolve("postgresql"),
                plan.folder().resolve("postgresql.log"),
                Map.of(
                        "LD_PRELOAD", library.toString(),
                        "FAULTS_FSYNC_FAILS",
                                plan.folder().resolve("fsync-fails").toString()));
    }

    @Override
    void fault(Postgres database, Plan plan, Random random) throws IOException {
        if (random.nextBoolean()) {
            Files.write(database.data().resolveSibling("fsync-fails-once"), new byte[0]);
            Pause.of(Duration.ofSeconds(1));
            return;
        }
        var trigger = database.data().resolveSibling("fsync-fails");
        Files.createFile(trigger);
        try {
            Pause.of(Pause.between(random, Duration.ofMillis(300), Duration.ofSeconds(3)));
        } finally {
            Files.delete(trigger);
        }
        database.startAgainIfDeadOrMute(Duration.ofSeconds(5));
    }
}
