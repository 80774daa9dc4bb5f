package dev.parley.e2e.bench;

import dev.parley.e2e.bench.Figure.Goal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long a message takes from being sent to being shown: at 1,000 a second for longer, and at rising loads for the plot. */
final class LatencyUnderLoad implements Scenario {
    static final String NAME = "latency";
    private static final int USUAL = 1_000;
    private static final int[] LOADS = {500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 45_000, 60_000};
    private static final double CARRIED = 0.95;

    @Override
    public void run(Systems systems, Options options, Findings findings) throws InterruptedException {
        var pairs = options.number("pairs", 200, 50);
        var text = new StringBuilder("### Latency against load\n\n"
                + "| system | offered/s | delivered/s | p50 ms | p99 ms | p99.9 ms | server CPU | database CPU | generator CPU |\n"
                + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        OpenLoop.@Nullable Result relay = null;
        if (options.relay()) {
            relay = measure(systems.relay(), pairs, options, findings, text);
            systems.stopRelay();
        }
        if (options.parley()) {
            var usual = measure(new Seed(systems.server()).pairs(pairs), pairs, options, findings, text);
            findings.add(beside(
                    relay == null ? 0 : relay.p50Millis(),
                    Figure.of(NAME, "send to shown at 1,000/s, p50", usual.p50Millis(), "ms")
                            .to(Goal.atMost(3))));
            findings.add(beside(
                    relay == null ? 0 : relay.p99Millis(),
                    Figure.of(NAME, "send to shown at 1,000/s, p99", usual.p99Millis(), "ms")
                            .to(Goal.atMost(10))));
            findings.add(beside(
                    relay == null ? 0 : relay.p999Millis(),
                    Figure.of(NAME, "send to shown at 1,000/s, p99.9", usual.p999Millis(), "ms")));
        }
        findings.table(text.toString());
    }

    private static Figure beside(double relay, Figure figure) {
        return relay == 0 ? figure : figure.beside("relay", relay);
    }

    /** The result at the usual load. */
    private static OpenLoop.Result measure(Side side, int pairs, Options options, Findings findings, StringBuilder text)
            throws InterruptedException {
        try (var loop = OpenLoop.open(side, pairs)) {
            Systems.say(side.name() + ", " + USUAL + " a second …");
            loop.run(3_000, 0, options.number("latency-warm-up", 8, 2));
            var usual = loop.run(USUAL, 1, options.number("latency-seconds", 12, 3));
            text.append(row(side, usual));
            for (var load : LOADS) {
                var result = load == USUAL ? usual : loop.run(load, 1, options.number("load-seconds", 4, 1));
                if (load != USUAL) {
                    text.append(row(side, result));
                }
                if (result.perSecond() < CARRIED * load) {
                    break; // what is offered beyond what is carried only waits
                }
                findings.add(new LatencyPlot.Point(
                        side instanceof ParleySide, result.perSecond(), result.p50Millis(), result.p99Millis()));
            }
            return usual;
        }
    }

    private static String row(Side side, OpenLoop.Result result) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                side.name(),
                result.offered(),
                result.perSecond(),
                result.p50Millis(),
                result.p99Millis(),
                result.p999Millis(),
                result.load().server(),
                result.load().database(),
                result.load().generator());
    }
}
