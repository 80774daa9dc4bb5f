package dev.parley.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.e2e.bench.Figure.Goal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The benchmark's own reckoning; nothing here is timed. */
class FiguresTests {
    @Test
    void tellsQuantilesNeverSmallerThanTheyWere() {
        var latencies = new Latencies();
        var nanos = new Random(7)
                .longs(50_000, 1_000, 3_000_000_000L)
                .map(value -> value % 7 == 0 ? value : value % 20_000_000)
                .toArray();
        LongStream.of(nanos).forEach(latencies::add);
        var sorted = LongStream.of(nanos).sorted().toArray();

        for (var share : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
            var exact = sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
            assertThat(latencies.quantileMillis(share)).isBetween(exact, exact + (exact < 100 ? 0.01 : 1));
        }
        assertThat(latencies.mostMillis()).isEqualTo(sorted[sorted.length - 1] / 1e6);
    }

    @Test
    void hasNoQuantileOfNothing() {
        assertThat(new Latencies().quantileMillis(0.99)).isZero();
    }

    @Test
    void countsWhatTakesTooLongAsTheLongest() {
        var latencies = new Latencies();
        latencies.add(Long.MAX_VALUE / 2);
        latencies.add(-5);

        assertThat(latencies.quantileMillis(1)).isEqualTo(100_000, within(1.0));
        assertThat(latencies.quantileMillis(0.5)).isEqualTo(0.01);
    }

    @Test
    void writesAndFindsTheTimeOfAMessage() {
        var frames = new MessageFrame("run", "019a9b2e-7c1d-7000-8000-000000000000");
        var first = new String(frames.next(123_456_789_012_345L));
        var second = new String(frames.next(-1));

        assertThat(first).hasSameSizeAs(second).contains("\"key\":\"run-0000000000000000\"");
        assertThat(second).contains("\"key\":\"run-0000000000000001\"");
        assertThat(Frames.field(first, "text")).hasSize(100);
        var payload = ByteBuffer.wrap(("..." + first).getBytes()).position(3);
        var found = MessageFrame.find(payload, 0);
        assertThat(found).isEqualTo(first.indexOf("~T"));
        assertThat(MessageFrame.find(payload, found)).isEqualTo(found);
        assertThat(MessageFrame.sentAt(payload, found)).isEqualTo(123_456_789_012_345L);
    }

    @Test
    void findsNoTimeInOtherFrames() {
        assertThat(MessageFrame.find(ByteBuffer.wrap("{\"type\":\"pong\"}~T12".getBytes()), 40))
                .isEqualTo(-1);
    }

    @Test
    void readsFieldsOfAFrame() {
        var frame = "{\"type\":\"receipt\",\"cursor\":\"12.7\",\"displayed\":42}";

        assertThat(Frames.field(frame, "cursor")).isEqualTo("12.7");
        assertThat(Frames.field(frame, "displayed")).isEqualTo("42");
        assertThatThrownBy(() -> Frames.field(frame, "key")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhetherAGoalWasReachedAndHowFarTheNeighbourIs() {
        var row = Figure.of("closed-loop", "delivered", 30_000, "/s")
                .to(Goal.atLeast(45_000))
                .beside("relay", 60_000)
                .row();

        assertThat(row).contains("30,000 /s", "≥ 45,000", "**no**", "relay: 60,000", "0.50");
        assertThat(Goal.atMost(15).reachedBy(15)).isTrue();
        assertThat(Goal.atMost(15).reachedBy(15.1)).isFalse();
    }

    @Test
    void writesNumbersWithThreeDigitsThatMeanSomething() {
        assertThat(DoubleStream.of(0.123, 1.004, 12.34, 123.4, 45_678.9, 7).mapToObj(Figure::number))
                .containsExactly("0.12", "1.00", "12.3", "123", "45,679", "7");
    }

    @Test
    void putsTicksOnALogarithmicAxis() {
        var axis = LatencyPlot.Axis.over(DoubleStream.of(0.3, 42));

        assertThat(axis.ticks().mapToObj(tick -> String.format("%.1f", tick)))
                .containsExactly("0.2", "0.5", "1.0", "2.0", "5.0", "10.0", "20.0", "50.0");
        assertThat(axis.place(0.2)).isZero();
        assertThat(axis.place(50)).isEqualTo(1, within(1e-9));
    }

    @Test
    void drawsAPictureThatIsWellFormed() throws Exception {
        var svg = new LatencyPlot(List.of(
                        new LatencyPlot.Point(true, 500, 0.8, 3.1),
                        new LatencyPlot.Point(true, 10_000, 2.5, 20),
                        new LatencyPlot.Point(false, 500, 0.2, 0.9)))
                .svg();

        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes("UTF-8")));
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(6);
        assertThat(svg).contains("prefers-color-scheme: dark", "Parley p99", "bare relay p50");
    }

    @Test
    void drawsNothingFromNothing() {
        assertThat(new LatencyPlot(List.of()).svg()).startsWith("<svg").endsWith("</svg>\n");
    }

    @Test
    void putsTheFiguresBetweenTheMarksOfThePage() {
        var page =
                "# Page\n<!-- figures of the last run: begin -->\nold\n<!-- figures of the last run: end -->\nrest\n";

        assertThat(Report.insert(page, "new\n"))
                .isEqualTo("# Page\n<!-- figures of the last run: begin -->\n\nnew\n\n"
                        + "<!-- figures of the last run: end -->\nrest\n");
        assertThatThrownBy(() -> Report.insert("# Page", "new")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runsWhatWasAskedFor() {
        assertThat(new Options().scenarios()).isEqualTo(Options.SCENARIOS);
        assertThat(new Options("--only=web,latency").scenarios()).containsExactly("latency", "web");
        var oneSide = new Options("--only=parley");
        assertThat(oneSide.scenarios()).containsExactly("closed-loop");
        assertThat(oneSide.relay()).isFalse();
        assertThat(new Options("--quick").number("pairs", 200, 50)).isEqualTo(50);
        assertThat(new Options("--quick", "--pairs=7").number("pairs", 200, 50)).isEqualTo(7);
        assertThatThrownBy(() -> new Options("--only=everything")).isInstanceOf(IllegalArgumentException.class);
    }
}
