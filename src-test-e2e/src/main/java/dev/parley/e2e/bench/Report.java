package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what a run has found: as text, as JSON and as a picture into {@code target/bench}; and, when asked to, into the page
 * {@code docs/benchmarks.md} between its two marks, with both files beside it.
 */
final class Report {
    private static final String BEGIN = "<!-- figures of the last run: begin -->";
    private static final String END = "<!-- figures of the last run: end -->";

    private final Findings findings;
    private final Options options;
    private final String machine;
    private final Instant started;

    Report(Findings findings, Options options, String machine, Instant started) {
        this.findings = findings;
        this.options = options;
        this.machine = machine;
        this.started = started;
    }

    void write() throws IOException {
        var directory = Files.createDirectories(Path.of("target/bench"));
        Files.writeString(directory.resolve("benchmarks.md"), markdown());
        Files.writeString(directory.resolve("benchmarks.json"), json());
        var hasPlot = !findings.points().isEmpty();
        if (hasPlot) {
            Files.writeString(directory.resolve("benchmarks-latency.svg"), new LatencyPlot(findings.points()).svg());
        }
        if (options.docs()) {
            var docs = Path.of("../docs");
            var page = docs.resolve("benchmarks.md");
            Files.writeString(page, insert(Files.readString(page), markdown()));
            Files.writeString(docs.resolve("benchmarks.json"), json());
            if (hasPlot) {
                Files.copy(
                        directory.resolve("benchmarks-latency.svg"),
                        docs.resolve("benchmarks-latency.svg"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        System.out.println(markdown());
    }

    /** Replaces what stands between the marks. */
    static String insert(String page, String text) {
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no marks between which the figures go");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n" + text.strip() + "\n\n" + page.substring(end);
    }

    private String markdown() {
        return "`" + options + "`, " + started.toString().substring(0, 16).replace('T', ' ') + " UTC. " + machine
                + ".\n\n" + findings.markdown();
    }

    private String json() {
        var figures = new ArrayList<Map<String, Object>>();
        for (var figure : findings.figures()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("scenario", figure.scenario());
            row.put("figure", figure.what());
            row.put("value", figure.value());
            row.put("unit", figure.unit());
            var goal = figure.goal();
            if (goal != null) {
                row.put(goal.least() ? "atLeast" : "atMost", goal.value());
                row.put("reached", goal.reachedBy(figure.value()));
            }
            var neighbour = figure.neighbour();
            if (neighbour != null) {
                row.put("counterpart", neighbour.name());
                row.put("counterpartValue", neighbour.value());
                row.put("ratio", figure.value() / neighbour.value());
            }
            row.put("note", figure.note());
            figures.add(row);
        }
        var run = new LinkedHashMap<String, Object>();
        run.put("command", options.toString());
        run.put("startedAt", started.toString());
        run.put("machine", machine);
        run.put("figures", figures);
        run.put("latencyAgainstLoad", findings.points());
        run.put("notMeasured", findings.failures());
        return Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n";
    }
}
