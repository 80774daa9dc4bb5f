package dev.parley.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's disk, a small tmpfs, is filled by somebody else to the last byte, and some time later there is room again. */
final class FullDisk extends DatabaseFault {
    private static final int MEGABYTES = 256;

    private @Nullable Path disk;

    @Override
    String missing() {
        return System.getProperty("user.name").equals("root") && Files.exists(Path.of("/bin/mount"))
                ? ""
                : "The full disk needs root, who may mount a small tmpfs.";
    }

    @Override
    int rounds(Plan plan) {
        return plan.rounds(1, 20);
    }

    @Override
    Postgres database(Plan plan) throws IOException, SQLException, InterruptedException {
        var mounted = Files.createDirectory(plan.folder().resolve("disk"));
        Commands.run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", mounted.toString());
        disk = mounted;
        return Postgres.create(
                mounted.resolve("postgresql"),
                plan.folder().resolve("postgresql.log"),
                java.util.Map.of(),
                "max_wal_size=64MB",
                "min_wal_size=32MB");
    }

    @Override
    void fault(Postgres database, Plan plan, Random random) throws IOException {
        var filler = database.data().resolveSibling("filler");
        try {
            fill(filler);
            var until = System.nanoTime()
                    + plan.length(Duration.ofSeconds(5), Duration.ofSeconds(15)).toNanos();
            while (System.nanoTime() < until) {
                Pause.of(Duration.ofMillis(200));
                database.startAgainIfDead();
            }
        } finally {
            Files.deleteIfExists(filler);
        }
    }

    @Override
    void cleanUp() {
        if (disk != null) {
            Commands.run("umount", "-l", disk.toString());
        }
    }

    private static void fill(Path filler) throws IOException {
        var block = new byte[1 << 16];
        try (var out = Files.newOutputStream(filler)) {
            for (var size = block.length; size > 0; ) {
                try {
                    out.write(block, 0, size);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }
}
