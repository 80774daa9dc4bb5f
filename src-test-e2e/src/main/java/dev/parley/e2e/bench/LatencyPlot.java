package dev.parley.e2e.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Latency against load as a picture (SVG): both axes logarithmic, a line per system and quantile, readable in light and dark. */
final class LatencyPlot {
    /**
     * @param load messages per second that were delivered
     * @param parley whether it is Parley, else the relay
     */
    record Point(boolean parley, double load, double p50Millis, double p99Millis) {}

    private static final double LEFT = 64;
    private static final double TOP = 24;
    private static final double WIDTH = 620;
    private static final double HEIGHT = 330;
    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #333 }
              .grid { stroke: #ddd; stroke-width: 1 } .goal { stroke: #888; stroke-dasharray: 3 4 }
              .parley { stroke: #0b6e4f; fill: #0b6e4f } .relay { stroke: #7a5195; fill: #7a5195 }
              path { fill: none !important; stroke-width: 2 } .p99 { stroke-dasharray: 7 4 }
              text.parley, text.relay { stroke: none }
              @media (prefers-color-scheme: dark) {
                text { fill: #ccc } .grid { stroke: #444 }
                .parley { stroke: #53d0a4; fill: #53d0a4 } .relay { stroke: #c79be0; fill: #c79be0 }
              }
            </style>
            """;

    private final List<Point> points;
    private final Axis x;
    private final Axis y;

    LatencyPlot(List<Point> points) {
        this.points = List.copyOf(points);
        this.x = Axis.over(points.stream().mapToDouble(Point::load));
        this.y = Axis.over(
                points.stream().flatMapToDouble(point -> DoubleStream.of(point.p50Millis(), point.p99Millis())));
    }

    /** A logarithmic axis from one power of ten, or twice or five times that, to another. */
    record Axis(double from, double to) {
        static Axis over(DoubleStream values) {
            var range = values.filter(value -> value > 0).summaryStatistics();
            if (range.getCount() == 0) {
                return new Axis(1, 10);
            }
            var from = step(range.getMin(), false);
            var to = step(range.getMax(), true);
            return new Axis(from, to > from ? to : from * 10);
        }

        double place(double value) {
            return Math.log(value / from) / Math.log(to / from);
        }

        DoubleStream ticks() {
            return DoubleStream.iterate(from, tick -> tick <= to * 1.001, Axis::next);
        }

        private static double next(double tick) {
            var leading = Math.round(tick / Math.pow(10, Math.floor(Math.log10(tick * 1.001))));
            return leading == 2 ? tick * 2.5 : tick * 2;
        }

        private static double step(double value, boolean up) {
            var step = Math.pow(10, Math.floor(Math.log10(value)));
            while (next(step) <= value) {
                step = next(step);
            }
            return up && step < value ? next(step) : step;
        }
    }

    String svg() {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 420\" role=\"img\""
                        + " aria-label=\"Latency against load\">\n")
                .append(STYLE);
        x.ticks().forEach(tick -> {
            line(svg, "grid", x(tick), TOP, x(tick), TOP + HEIGHT);
            text(svg, "", x(tick), TOP + HEIGHT + 18, "middle", label(tick));
        });
        y.ticks().forEach(tick -> {
            line(svg, "grid", LEFT, y(tick), LEFT + WIDTH, y(tick));
            text(svg, "", LEFT - 8, y(tick) + 4, "end", label(tick));
        });
        text(svg, "", LEFT + WIDTH / 2, TOP + HEIGHT + 40, "middle", "messages delivered per second");
        text(svg, "", LEFT - 50, TOP - 8, "start", "ms from send to shown");
        for (var parley : new boolean[] {true, false}) {
            var line = points.stream().filter(point -> point.parley() == parley).toList();
            curve(svg, parley, "p50", line, false);
            curve(svg, parley, "p99", line, true);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(StringBuilder svg, boolean parley, String quantile, List<Point> line, boolean tail) {
        if (line.isEmpty()) {
            return;
        }
        var kind = parley ? "parley" : "relay";
        var path = new StringBuilder();
        for (var point : line) {
            var value = tail ? point.p99Millis() : point.p50Millis();
            path.append(path.isEmpty() ? "M" : "L")
                    .append(format(x(point.load())))
                    .append(' ')
                    .append(format(y(value)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n",
                    kind,
                    x(point.load()),
                    y(value)));
        }
        svg.append("<path class=\"")
                .append(kind)
                .append(' ')
                .append(quantile)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
        var row = (parley ? 0 : 2) + (tail ? 1 : 0);
        var at = TOP + 16 + 18 * row;
        svg.append(String.format(
                Locale.ROOT, "<path class=\"%s %s\" d=\"M%.1f %.1fh26\"/>%n", kind, quantile, LEFT + 14, at - 4));
        text(svg, kind, LEFT + 46, at, "start", (parley ? "Parley " : "bare relay ") + quantile);
    }

    private double x(double load) {
        return LEFT + WIDTH * x.place(load);
    }

    private double y(double millis) {
        return TOP + HEIGHT * (1 - y.place(Math.max(millis, y.from())));
    }

    private static void line(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, String kind, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                kind,
                x,
                y,
                anchor,
                words));
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String label(double value) {
        return value >= 1
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value).replaceAll("0+$", "");
    }
}
