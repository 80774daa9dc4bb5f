package dev.parley.e2e.faults;

import dev.parley.e2e.ParleyServer;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/**
 * The server is killed without warning, again and again, while everybody writes; sometimes also while it starts. Half of the rounds on an
 * outside PostgreSQL that goes on, half on an embedded one that dies with it or is left behind.
 */
final class KilledServer extends Scenario {
    @Override
    void run(Plan plan) throws Exception {
        var rounds = plan.rounds(10, 200);
        outside(plan, rounds - rounds / 2);
        embedded(plan, rounds / 2);
    }

    private void outside(Plan plan, int rounds) throws Exception {
        var random = plan.random();
        try (var postgres = Postgres.create(plan.folder());
                var server = ParleyServer.start(
                        plan.folder().resolve("outside"), Ports.free(), Plan.QUICK_START, settings(postgres.url()));
                var crowd = Crowd.gather(server.address(), plan.seed(), Crowd.Manners.USUAL)) {
            crowd.talk();
            for (var i = 0; i < rounds; i++) {
                work(crowd, random);
                server.kill();
                startAgain(server, random);
                round();
                say("killed with its database going on, " + (i + 1) + " of " + rounds);
            }
            crowd.awaitAcknowledged(20, Duration.ofSeconds(60));
            found(crowd.settleAndCheck(postgres::connect, Duration.ofSeconds(60)));
            figure("database goes on: " + crowd.book().tally());
        }
    }

    private void embedded(Plan plan, int rounds) throws Exception {
        var random = new Random(plan.seed() + 1);
        var data = plan.folder().resolve("embedded");
        try (var server = ParleyServer.start(
                        data, Ports.free(), Plan.QUICK_START, Crowd.SERVER_SETTINGS.toArray(String[]::new));
                var crowd = Crowd.gather(server.address(), plan.seed() + 1, Crowd.Manners.USUAL)) {
            crowd.talk();
            for (var i = 0; i < rounds; i++) {
                work(crowd, random);
                var together = random.nextInt(3) > 0;
                if (together) {
                    killTogether(server);
                } else {
                    server.kill();
                }
                startAgain(server, random);
                round();
                say("killed " + (together ? "with" : "without") + " its embedded database, " + (i + 1) + " of "
                        + rounds);
            }
            crowd.awaitAcknowledged(20, Duration.ofSeconds(60));
            var password = Files.readString(data.resolve("database.password")).strip();
            found(crowd.settleAndCheck(
                    () -> DriverManager.getConnection(
                            "jdbc:postgresql://127.0.0.1:" + server.databasePort() + "/parley", "parley", password),
                    Duration.ofSeconds(60)));
            figure("database dies with it: " + crowd.book().tally());
        }
    }

    static String[] settings(String databaseUrl) {
        var settings = new ArrayList<>(Crowd.SERVER_SETTINGS);
        settings.add("--parley.database.url=" + databaseUrl);
        return settings.toArray(String[]::new);
    }

    private static void work(Crowd crowd, Random random) {
        crowd.awaitAcknowledged(50, Duration.ofSeconds(60));
        Pause.of(Pause.between(random, Duration.ZERO, Duration.ofMillis(800)));
    }

    /** One time in five it is killed once more before it is ready. */
    private static void startAgain(ParleyServer server, Random random) {
        if (random.nextInt(5) == 0) {
            server.launchAgain();
            Pause.of(Pause.between(random, Duration.ofMillis(200), Duration.ofSeconds(3)));
            server.kill();
        }
        server.startAgain();
    }

    private static void killTogether(ParleyServer server) {
        var all = new ArrayList<ProcessHandle>();
        ProcessHandle.of(server.databasePid()).ifPresent(first -> {
            all.add(first);
            first.descendants().forEach(all::add);
        });
        server.kill();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }
}
