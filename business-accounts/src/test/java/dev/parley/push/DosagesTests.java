package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.follow.Follows;
import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.DigestOnly;
import dev.parley.push.Dosage.Everything;
import dev.parley.push.Dosage.Period;
import dev.parley.push.DosageOutcome.Column;
import dev.parley.push.DosageOutcome.Counts;
import dev.parley.push.DosageOutcome.Item;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Choosing a dosage, what it would have done, and what a push message would do now. */
@SpringBootTest(classes = ParleyTestApplication.class)
class DosagesTests {
    private final Dosages dosages;
    private final PushMessages pushMessages;
    private final Follows follows;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    DosagesTests(
            Dosages dosages,
            PushMessages pushMessages,
            Follows follows,
            SettableClock clock,
            ApplicationContext context) {
        this.dosages = dosages;
        this.pushMessages = pushMessages;
        this.follows = follows;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void laysTheLastFourWeeksOutInColumnsOfTheFollowersCalendar() {
        var bakery = busyBakery();
        var alice = town.person("alice", "Europe/Berlin");

        var outcome = dosages.outcome(alice, bakery.id(), new AtMost(2, Period.WEEK));

        assertThat(outcome.sent()).isEqualTo(6);
        assertThat(outcome.since()).isEqualTo("2026-02-08T23:00:00Z");
        assertThat(outcome.columns())
                .extracting(Column::start)
                .containsExactly(
                        LocalDate.of(2026, 2, 9),
                        LocalDate.of(2026, 2, 16),
                        LocalDate.of(2026, 2, 23),
                        LocalDate.of(2026, 3, 2));
        assertThat(outcome.columns()).extracting(Column::current).containsExactly(false, false, false, true);
        assertThat(outcome.columns())
                .extracting(column -> column.items().stream().map(Item::atOnce).toList())
                .containsExactly(List.of(true, true, false), List.of(true), List.of(), List.of(true, true));
        assertThat(outcome.outcome()).isEqualTo(new Counts(5, 1));
    }

    @Test
    void countsEveryChoiceByTheRuleThatCountsTheOneAskedFor() {
        var bakery = busyBakery();
        var alice = town.person("alice", "Europe/Berlin");

        for (var period : Period.values()) {
            var choices =
                    dosages.outcome(alice, bakery.id(), new AtMost(3, period)).choices();

            assertThat(choices).hasSize(13);
            assertThat(choices).allSatisfy(choice -> {
                var asked = dosages.outcome(alice, bakery.id(), choice.dosage()).outcome();
                assertThat(new Counts(choice.atOnce(), choice.held())).isEqualTo(asked);
                assertThat(choice.atOnce() + choice.held()).isEqualTo(6);
            });
        }
    }

    @Test
    void asksForThePresentDosageWhenNoneIsNamed() {
        var bakery = busyBakery();
        var alice = town.person("alice", "Europe/Berlin");
        dosages.choose(alice, bakery.id(), new AtMost(1, Period.MONTH));

        assertThat(dosages.outcome(alice, bakery.id(), null))
                .isEqualTo(dosages.outcome(alice, bakery.id(), new AtMost(1, Period.MONTH)));
        assertThat(dosages.outcome(alice, bakery.id(), null).columns())
                .extracting(Column::start)
                .containsExactly(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));
    }

    @Test
    void goesDownStepByStepAndSaysWhatWasChosenBeforeUntilThereIsNothingLess() {
        var bakery = town.company("bakery");
        var alice = town.person("alice", "Europe/Berlin");
        town.follow(alice, bakery);

        assertThat(dosages.less(alice, bakery.id())).contains(new Everything());
        assertThat(dosages.less(alice, bakery.id())).contains(new AtMost(1, Period.WEEK));
        assertThat(dosages.less(alice, bakery.id())).contains(new DigestOnly());

        assertThat(dosages.of(alice, bakery.id())).isEqualTo(new AnswersOnly());
        assertThat(dosages.less(alice, bakery.id())).isEmpty();
        assertThat(dosages.of(alice, bakery.id())).isEqualTo(new AnswersOnly());
    }

    @Test
    void foretellsHowTheNextPushMessageSpreadsAndItSpreadsLikeThat() {
        var bakery = town.unbounded(town.company("bakery"));
        town.crowd(bakery, 10);
        chooser(bakery, new Everything());
        chooser(bakery, new DigestOnly());
        chooser(bakery, new AnswersOnly());
        chooser(bakery, new AtMost(1, Period.WEEK));
        chooser(bakery, new AtMost(1, Period.DAY));
        var gone = chooser(bakery, new DigestOnly());
        follows.unfollow(gone, bakery.id());
        clock.advance(Duration.ofMinutes(1));

        assertSpread(bakery, 13, 1, 1);
        clock.advance(Duration.ofHours(1));
        assertSpread(bakery, 11, 3, 1);
        clock.advance(Duration.ofDays(1));
        assertSpread(bakery, 12, 2, 1);
    }

    private void assertSpread(Town.Company company, long atOnce, long held, long answersOnly) {
        var forecast = pushMessages.forecast(company.id());
        var push = town.release(company, "fresh");
        var spread = pushMessages.spread(push);

        assertThat(spread).isEqualTo(new Spread(15, atOnce, held, answersOnly));
        assertThat(new Spread(forecast.audience(), forecast.atOnce(), forecast.held(), forecast.answersOnly()))
                .isEqualTo(spread);
        assertThat(atOnce + held + answersOnly).isEqualTo(forecast.audience());
    }

    private dev.parley.kernel.UserId chooser(Town.Company company, Dosage dosage) {
        var user = town.person("alice", "UTC");
        town.follow(user, company);
        dosages.choose(user, company.id(), dosage);
        return user;
    }

    /** Three in the first of the four weeks, one in the second (in Berlin), none in the third, two in the present one. */
    private Town.Company busyBakery() {
        var bakery = town.unbounded(town.company("bakery"));
        town.crowd(bakery, 1);
        clock.set(Instant.parse("2026-02-08T12:00:00Z"));
        town.crowd(bakery, 1);
        for (var at : List.of(
                "2026-02-08T22:59:59Z", // Sunday: too early by a second
                "2026-02-08T23:00:00Z",
                "2026-02-11T08:00:00Z",
                "2026-02-15T22:59:59Z",
                "2026-02-15T23:30:00Z", // Monday in Berlin
                "2026-03-01T23:00:00Z",
                "2026-03-02T08:00:00Z")) {
            clock.set(Instant.parse(at));
            town.release(bakery, "bread of " + at);
        }
        clock.reset();
        return bakery;
    }
}
