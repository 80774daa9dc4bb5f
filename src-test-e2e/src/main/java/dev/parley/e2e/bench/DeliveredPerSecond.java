package dev.parley.e2e.bench;

import dev.parley.e2e.bench.Figure.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The closed loop with windows 1 and 4, the relay first. */
final class DeliveredPerSecond implements Scenario {
    static final String NAME = "closed-loop";
    private static final int[] WINDOWS = {1, 4};

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        systems.startAnew();
        var pairs = options.number("pairs", 200, 50);
        var results = new ArrayList<ClosedLoop.Result>();
        if (options.relay()) {
            var relay = systems.relay();
            measure(relay, pairs, options, results);
            if (options.parley()) {
                measure(new RelaySide(relay.pid(), relay.port(), true), pairs, options, results);
            }
            systems.stopRelay();
        }
        if (options.parley()) {
            measure(new Seed(systems.server()).pairs(pairs), pairs, options, results);
        }
        for (var result : results) {
            if (result.name().equals("Parley")) {
                figures(result, results, findings);
            }
        }
        findings.table(table(results));
    }

    private static void measure(Side side, int pairs, Options options, List<ClosedLoop.Result> results)
            throws InterruptedException {
        for (var window : WINDOWS) {
            if (options.number("window", window, window) != window) {
                continue;
            }
            Systems.say(side.name() + ", window " + window + " …");
            var turn = TimeUnit.MICROSECONDS.toNanos(options.number("turn-micros", 200, 200));
            results.add(new ClosedLoop(side, pairs, turn)
                    .run(window, options.number("warm-up", 8, 2), options.number("seconds", 12, 3)));
        }
    }

    private static void figures(ClosedLoop.Result result, List<ClosedLoop.Result> all, Findings findings) {
        var delivered = Figure.of(NAME, "delivered, window " + result.window(), result.perSecond(), "/s");
        var late = Figure.of(NAME, "p99, window " + result.window(), result.p99Millis(), "ms");
        if (result.window() == 4) {
            delivered = delivered.to(Goal.atLeast(45_000)).noting("and at least 0.75 of the bare relay");
            late = late.to(Goal.atMost(50));
        }
        for (var other : all) {
            if (other.window() == result.window() && !other.name().equals(result.name())) {
                findings.add(delivered.beside(other.name(), other.perSecond()));
                late = late.neighbour() == null ? late.beside(other.name(), other.p99Millis()) : late;
            }
        }
        if (all.stream().allMatch(other -> other.name().equals(result.name()))) {
            findings.add(delivered);
        }
        findings.add(late);
    }

    private static String table(List<ClosedLoop.Result> results) {
        var text = new StringBuilder("### Closed loop\n\n"
                + "| system | window | delivered/s | of the relay | p50 ms | p99 ms | p99.9 ms | slowest pair/s | fastest pair/s"
                + " | frames/message | bytes/message | server CPU | database CPU | generator CPU |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (var result : results) {
            var neighbour = results.stream()
                    .filter(other -> other.window() == result.window())
                    .findFirst()
                    .orElseThrow();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %,.0f | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f | %.1f | %.0f | %.2f | %.2f | %.2f |%n",
                    result.name(),
                    result.window(),
                    result.perSecond(),
                    result.perSecond() / neighbour.perSecond(),
                    result.p50Millis(),
                    result.p99Millis(),
                    result.p999Millis(),
                    result.slowest(),
                    result.fastest(),
                    result.frames(),
                    result.bytes(),
                    result.load().server(),
                    result.load().database(),
                    result.load().generator()));
        }
        return text.toString();
    }
}
