package dev.parley.e2e.bench;

import dev.parley.e2e.ParleyServer;
import dev.parley.e2e.bench.Figure.Goal;
import java.util.concurrent.TimeUnit;

/** From the start of the process to being ready, with a new embedded database and with one that is there; and what it needs when idle. */
final class StartUp implements Scenario {
    static final String NAME = "start";
    private static final int REST_SECONDS = 5;

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        if (!options.parley()) {
            return;
        }
        systems.startAnew();
        var times = options.number("starts", 3, 1);
        Systems.say("starting with a new database …");
        var began = System.nanoTime();
        try (var server = ParleyServer.start(systems.place("start"), options.serverSettings())) {
            findings.add(Figure.of(NAME, "start to ready, new embedded database", seconds(began), "s")
                    .to(Goal.atMost(15)));
            var best = Double.MAX_VALUE;
            var worst = 0.0;
            for (var time = 0; time < times; time++) {
                server.stop();
                Systems.say("starting with an existing database …");
                var again = System.nanoTime();
                server.startAgain();
                best = Math.min(best, seconds(again));
                worst = Math.max(worst, seconds(again));
            }
            findings.add(Figure.of(NAME, "start to ready, existing database", worst, "s")
                    .to(Goal.atMost(5))
                    .noting("worst of " + times + ", best " + Figure.number(best) + " s"));
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            var resident = ProcessFigures.of(server.pid(), 0).residentBytes();
            IdleMemory.ask(server.pid(), "GC.run");
            TimeUnit.SECONDS.sleep(1);
            findings.add(Figure.of(NAME, "idle resident memory without PostgreSQL", resident / 1048576.0, "MB")
                    .to(Goal.atMost(350))
                    .noting(Figure.number(ProcessFigures.of(server.pid(), 0).residentBytes() / 1048576.0)
                            + " MB after a garbage collection"));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
