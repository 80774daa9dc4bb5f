package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.DigestOnly;
import dev.parley.push.Dosage.Everything;
import dev.parley.push.Dosage.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of dosage, on random histories of releases, choices, follows and zones, against a slow and plain oracle. */
class DosageRuleTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES = Stream.of(
                    "UTC",
                    "Europe/Berlin",
                    "America/St_Johns",
                    "Pacific/Kiritimati",
                    "Pacific/Pago_Pago",
                    "Asia/Kathmandu")
            .map(ZoneId::of)
            .toList();

    @Test
    void withholdsUntilTheNextWeekOnceTheDosageIsUsedUp() {
        var choices = List.of(new Choice(0, at("2026-11-01T00:00:00Z"), new AtMost(2, Period.WEEK), BERLIN));
        var timeline = List.of(
                new Release(1, at("2026-11-16T08:00:00Z")),
                new Release(2, at("2026-11-17T08:00:00Z")),
                new Release(3, at("2026-11-18T08:00:00Z")),
                new Release(4, at("2026-11-22T23:30:00Z")));

        var decisions = DosageRule.decide(choices, timeline, _ -> true, BERLIN);

        assertThat(decisions).extracting(Decision::atOnce).containsExactly(true, true, false, true);
        assertThat(decisions).extracting(Decision::ordinal).containsExactly(1, 2, 3, 1);
    }

    @Test
    void countsWhatAnEarlierChoiceLetThrough() {
        var choices = List.of(new Choice(2, at("2026-11-17T09:00:00Z"), new AtMost(2, Period.WEEK), BERLIN));
        var timeline = List.of(
                new Release(1, at("2026-11-16T08:00:00Z")),
                new Release(2, at("2026-11-17T08:00:00Z")),
                new Release(3, at("2026-11-18T08:00:00Z")));

        assertThat(DosageRule.decide(choices, timeline, _ -> true, BERLIN))
                .extracting(Decision::atOnce)
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @MethodSource("histories")
    void neverLetsMoreThroughAtOnceThanWasChosenForThePeriod(History history) {
        var decisions = history.decide();

        var came = new ArrayList<Decision>();
        for (var decision : decisions) {
            var choice = history.inForce(decision.release());
            if (decision.atOnce()) {
                came.add(decision);
            }
            var period = choice.dosage() instanceof AtMost atMost ? atMost.period() : Period.DAY;
            var inPeriod = came.stream()
                    .filter(it -> day(it, choice, period).equals(day(decision, choice, period)))
                    .count();
            switch (choice.dosage()) {
                case Everything _ -> assertThat(decision.atOnce()).isTrue();
                case AtMost(var count, var _)
                when decision.atOnce() -> assertThat(inPeriod).isLessThanOrEqualTo(count);
                case AtMost(var count, var _) -> assertThat(inPeriod).isGreaterThanOrEqualTo(count);
                case DigestOnly _, AnswersOnly _ ->
                    assertThat(decision.atOnce()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void losesNothing(History history) {
        assertThat(history.decide())
                .extracting(Decision::release)
                .containsExactlyElementsOf(
                        history.timeline().stream().filter(history.followed()).toList());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void decidesTheSameWhenOnlyLookingBackAsFarAsItSays(History history) {
        var all = new TreeMap<Long, Decision>();
        history.decide().forEach(decision -> all.put(decision.release().sequence(), decision));

        for (var release : history.timeline()) {
            var from = DosageRule.lookBack(history.choices(), release.at(), history.zone());
            var recent = history.timeline().stream()
                    .filter(it -> !it.at().isBefore(from) && it.sequence() <= release.sequence())
                    .toList();
            var decisions = DosageRule.decide(history.choices(), recent, history.followed(), history.zone());
            var again = decisions.stream()
                    .filter(it -> it.release().equals(release))
                    .findFirst();

            assertThat(again.orElse(null)).isEqualTo(all.get(release.sequence()));
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void decidesNothingAnewWhenTimeGoesOn(History history) {
        var whole = history.decide();
        for (var seen = 0; seen <= history.timeline().size(); seen++) {
            var timeline = history.timeline().subList(0, seen);
            var newest = timeline.isEmpty() ? 0 : timeline.getLast().sequence();
            var choices = history.choices().stream()
                    .filter(choice -> choice.afterSequence() <= newest)
                    .toList();

            var sofar = DosageRule.decide(choices, timeline, history.followed(), history.zone());

            assertThat(sofar).isEqualTo(whole.subList(0, sofar.size()));
        }
    }

    record History(long seed, List<Choice> choices, List<Release> timeline, Predicate<Release> followed, ZoneId zone) {
        List<Decision> decide() {
            return DosageRule.decide(choices, timeline, followed, zone);
        }

        Choice inForce(Release release) {
            return choices.reversed().stream()
                    .filter(choice -> choice.afterSequence() < release.sequence())
                    .findFirst()
                    .orElse(new Choice(0, Instant.MIN, new Everything(), zone));
        }

        @Override
        public String toString() {
            return "history " + seed;
        }
    }

    static Stream<History> histories() {
        return IntStream.range(0, 150).mapToObj(DosageRuleTests::history);
    }

    private static History history(long seed) {
        var random = new Random(seed);
        var now = at("2026-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(8760)));
        var timeline = new ArrayList<Release>();
        var choices = new ArrayList<Choice>();
        var zone = any(ZONES, random);
        var sequence = 0L;
        var hours = 1 + random.nextInt(72);
        for (var step = 0; step < 90; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(hours * 60)));
            if (random.nextInt(6) == 0) {
                if (!choices.isEmpty() && choices.getLast().afterSequence() == sequence) {
                    choices.removeLast();
                }
                choices.add(new Choice(sequence, now, dosage(random), any(ZONES, random)));
            } else {
                sequence += 1 + random.nextInt(5);
                timeline.add(new Release(sequence, now));
            }
        }
        var gapFrom = timeline.get(random.nextInt(timeline.size())).sequence();
        var gapUntil = gapFrom + random.nextInt(20);
        var gap = random.nextBoolean();
        return new History(
                seed,
                choices,
                timeline,
                release -> !gap || release.sequence() < gapFrom || release.sequence() > gapUntil,
                zone);
    }

    private static Dosage dosage(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Everything();
            case 1 -> new DigestOnly();
            case 2 -> new AnswersOnly();
            default -> new AtMost(1 + random.nextInt(4), any(List.of(Period.values()), random));
        };
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Object day(Decision decision, Choice choice, Period period) {
        return period.firstDay(decision.release().at().atZone(choice.zone()).toLocalDate());
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
