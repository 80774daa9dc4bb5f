package dev.parley.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.cost.Attribution.Act;
import dev.parley.cost.Attribution.Question;
import dev.parley.cost.Attribution.Showing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributionTests {
    private static final double[] ANNOYANCE = {
        0.001, 0.002, 0, 0.001, 0.02, 0.001, 0, 0.004, 0.001, 0.008, 0.001, 0, 0.002, 0.03, 0.001
    };

    /** Seeded, so it always comes out the same; docs/insight.md has the table that it prints, and bin/bench the full size. */
    @Test
    void findsWhatEachPushMessageOfASimulatedAudienceCost() {
        var inside = 0;
        var asked = 0;
        var error = 0.0;
        var bias = 0.0;
        var all = 0.0;
        for (var seed = 1; seed <= 6; seed++) {
            var audience = new SimulatedAudience(seed, 4_000, 60, ANNOYANCE);
            var answer = Attribution.answer(audience.question());
            for (var push = 0; push < ANNOYANCE.length; push++) {
                var truth = audience.truth[push];
                var off = answer.cost()[push] - truth;
                asked++;
                inside += Math.abs(off) <= answer.margin()[push] ? 1 : 0;
                error += Math.abs(off);
                bias += off;
                all += truth;
                if (seed == 1) {
                    System.out.printf(
                            "attribution: push %2d, truth %3d, estimate %5.1f ± %.1f%n",
                            push + 1, truth, answer.cost()[push], answer.margin()[push]);
                }
            }
        }
        System.out.printf(
                "attribution: %d of %d within the interval, mean error %.3f, bias %.3f of all that was caused%n",
                inside, asked, error / all, bias / all);

        assertThat((double) inside / asked).isGreaterThan(0.9);
        assertThat(error / all).isLessThan(0.12);
        assertThat(bias / all).isCloseTo(0, within(0.07));
    }

    @Test
    void laysNothingToAPushMessageThatNobodyLeftAfter() {
        var acts = IntStream.range(0, 20)
                .mapToObj(i -> new Act(0, 10.0 * i, new int[0], new double[0]))
                .toList();
        var question = new Question(new double[] {1e5}, List.of(List.of(new Showing(400, 1_000))), acts, true);

        var answer = Attribution.answer(question);

        assertThat(answer.cost()[0]).isZero();
        assertThat(answer.byBase()).isCloseTo(20, within(1e-6));
    }

    @Test
    void laysEveryActToSomething() {
        var audience = new SimulatedAudience(9, 1_000, 30, new double[] {0.01, 0.05, 0.002});

        var answer = Attribution.answer(audience.question());

        var shared = answer.byBase()
                + IntStream.range(0, 3).mapToDouble(i -> answer.cost()[i]).sum();
        assertThat(shared).isCloseTo(audience.question().acts().size(), within(1e-6));
    }

    @Test
    void hasNothingToSayWithoutActs() {
        var question = new Question(new double[] {100, 100}, List.of(List.of(new Showing(1, 30))), List.of(), true);

        var answer = Attribution.answer(question);

        assertThat(answer.cost()).containsExactly(0);
        assertThat(answer.margin()).containsExactly(0);
    }
}
