package dev.parley.e2e.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has found: the figures, and beside them tables and points with more about them. */
final class Findings {
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private final List<LatencyPlot.Point> points = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
        Systems.say("  " + figure.row());
    }

    void add(LatencyPlot.Point point) {
        points.add(point);
    }

    /** A table in Markdown, with a heading of its own. */
    void table(String text) {
        tables.add(text);
        Systems.say(text);
    }

    /** A scenario that broke: a figure that is missing must be seen. */
    void failed(String scenario, Exception cause) {
        failures.add(scenario + ": " + cause);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    List<LatencyPlot.Point> points() {
        return List.copyOf(points);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The value of a figure of this run; null when it was not measured. */
    @Nullable
    Double value(String scenario, String what) {
        return figures.stream()
                .filter(figure ->
                        figure.scenario().equals(scenario) && figure.what().equals(what))
                .findFirst()
                .map(Figure::value)
                .orElse(null);
    }

    /** All of it in Markdown. */
    String markdown() {
        var text = new StringBuilder();
        text.append("| scenario | figure | measured | to reach | reached | beside it | ratio | note |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        figures.forEach(figure -> text.append(figure.row()).append('\n'));
        failures.forEach(
                failure -> text.append("\nNot measured: ").append(failure).append('\n'));
        tables.forEach(table -> text.append('\n').append(table).append('\n'));
        return text.toString();
    }
}
