package dev.parley.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cost.ForecastRule.Past;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastRuleTests {
    @Test
    void saysNothingWithoutSixPushMessagesToGoBy() {
        var five = IntStream.range(0, 5).mapToObj(_ -> new Past(30, 100)).toList();

        assertThat(ForecastRule.forecast(five, 100, 0.8)).isNull();
    }

    @Test
    void forecastsTheShareOfThoseWhoGetIt() {
        var past =
                IntStream.range(0, 12).mapToObj(i -> new Past(28 + i % 5, 100)).toList();

        var interval = ForecastRule.forecast(past, 10_000, 0.8);

        assertThat(interval).satisfies(it -> {
            assertThat(it.low()).isBetween(2_500L, 3_000L);
            assertThat(it.high()).isBetween(3_000L, 3_500L);
        });
    }

    @Test
    void holdsAboutAsOftenAsItWasMeantTo() {
        var random = new Random(4);
        for (var level : List.of(0.5, 0.8, 0.9)) {
            var held = 0;
            var of = 0;
            for (var account = 0; account < 60; account++) {
                var past = new ArrayList<Past>();
                for (var push = 0; push < 30; push++) {
                    var share = 0.25 * Math.exp(0.4 * random.nextGaussian());
                    past.add(new Past(Math.round(Math.min(1, share) * 2_000), 2_000));
                }
                var checks = ForecastRule.checks(past, level);
                held += (int) checks.stream().filter(ForecastRule.Check::held).count();
                of += checks.size();
            }
            System.out.printf("forecast: meant %.2f, held %.3f of %d%n", level, (double) held / of, of);

            assertThat((double) held / of).isBetween(level - 0.05, level + 0.07);
        }
    }
}
