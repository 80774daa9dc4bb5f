package dev.parley.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.cost.Forecasts.Again;
import dev.parley.follow.Follows;
import dev.parley.insight.Insights;
import dev.parley.insight.Seen;
import dev.parley.kernel.UserId;
import dev.parley.push.PushMessage;
import dev.parley.push.Town;
import dev.parley.sanction.Sanction;
import dev.parley.sanction.Sanctions;
import dev.parley.sanction.ScoreRules;
import dev.parley.sanction.Step;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ParleyTestApplication.class)
class CostsTests {
    private final Costs costs;
    private final Forecasts forecasts;
    private final Insights insights;
    private final Follows follows;
    private final Sanctions sanctions;
    private final ScoreRules rules;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    CostsTests(
            Costs costs,
            Forecasts forecasts,
            Insights insights,
            Follows follows,
            Sanctions sanctions,
            ScoreRules rules,
            JdbcClient jdbc,
            SettableClock clock,
            ApplicationContext context) {
        this.costs = costs;
        this.forecasts = forecasts;
        this.insights = insights;
        this.follows = follows;
        this.sanctions = sanctions;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void laysUnfollowsToThePushMessageThatWasSeenShortlyBefore() {
        var bakery = crowd(60);
        var calm = seenByAll(bakery, "Dark rye is back");
        clock.advance(Duration.ofDays(10));
        var loud = seenByAll(bakery, "-20 % all weekend");
        leave(bakery, 9);

        assertThat(costs.of(bakery.id(), List.of(calm))).hasSize(1);
        assertThat(costs.of(bakery.id(), List.of(loud)))
                .as("before 48 hours have passed")
                .isEmpty();
        clock.advance(Duration.ofHours(49));

        var known = costs.of(bakery.id(), List.of(calm, loud));
        assertThat(known.get(loud.id())).satisfies(cost -> {
            assertThat(cost.left().value()).isCloseTo(9, within(0.5));
            assertThat(cost.left().margin()).isLessThan(4);
            assertThat(cost.costly()).isTrue();
        });
        assertThat(known.get(calm.id())).satisfies(cost -> {
            assertThat(cost.left().value()).isCloseTo(0, within(0.5));
            assertThat(cost.costly()).isFalse();
        });
    }

    @Test
    void countsTheAnnoyanceScorePerThousandShown() {
        var bakery = crowd(60);
        assertThat(costs.annoyance(bakery.id())).isEmpty();
        seenByAll(bakery, "-20 % all weekend");
        leave(bakery, 6);
        clock.advance(Duration.ofHours(50));

        var annoyance = costs.annoyance(bakery.id()).orElseThrow();

        assertThat(annoyance.shown()).isEqualTo(60);
        assertThat(annoyance.unfollowed()).isCloseTo(100, within(10.0)); // 6 of 60
        assertThat(annoyance.score()).isEqualTo(10); // no more than that
        assertThat(annoyance.word()).isEqualTo(Annoyance.Word.LOUD);
        assertThat(costs.scores(bakery.id(), 3, ZoneOffset.UTC))
                .last()
                .extracting(Costs.ScoreDay::score)
                .isEqualTo(10.0);
    }

    @Test
    void forecastsFromEarlierPushMessagesAndSaysWhoWouldBeHitAgain() {
        var bakery = town.unbounded(crowd(60));
        for (var i = 0; i < 8; i++) {
            seenByAll(bakery, "Fresh bread " + i);
            clock.advance(Duration.ofDays(3));
        }

        var outlook = forecasts.outlook(bakery.id(), 60);

        assertThat(outlook.opens()).extracting(Interval::low, Interval::high).containsExactly(0L, 0L);
        assertThat(outlook.earlier()).isEqualTo(8);
        assertThat(outlook.of()).isEqualTo(4);
        assertThat(outlook.held()).isEqualTo(4);
        assertThat(outlook.again()).extracting(Again::people, Again::seen).containsExactly(60L, 2);
        assertThat(forecasts.calibration(bakery.id()).opens().levels()).allMatch(level -> level.held() == level.of());
    }

    @Test
    void slowsALoudAccountByRuleAndNotAgainOnceAnOperatorLiftedIt() {
        var bakery = town.unbounded(crowd(60));
        var operator = town.person("operator", "UTC");
        seenByAll(bakery, "-20 % all weekend");
        leave(bakery, 6);
        clock.advance(Duration.ofDays(6));

        costs.annoyance(bakery.id());
        rules.apply();

        assertThat(sanctions.inForce(bakery.id())).map(Sanction::step).contains(Step.SLOW);
        assertThat(sanctions.inForce(bakery.id())).map(Sanction::byRule).contains(true);
        rules.apply();
        assertThat(sanctions.of(bakery.id())).hasSize(1);
        sanctions.lift(bakery.id(), operator, "a test of theirs");
        rules.apply();
        assertThat(sanctions.inForce(bakery.id())).isEmpty();
    }

    private Town.Company crowd(int size) {
        var bakery = town.company("bakery");
        town.crowd(bakery, size);
        clock.advance(Duration.ofDays(8));
        return bakery;
    }

    private PushMessage seenByAll(Town.Company company, String text) {
        var push = town.release(company, text);
        clock.advance(Duration.ofMinutes(10));
        followers(company, 1_000).forEach(user -> insights.record(user, List.of(new Seen(push.id(), false))));
        clock.advance(Duration.ofMinutes(5));
        return push;
    }

    private void leave(Town.Company company, int many) {
        followers(company, many).forEach(user -> follows.unfollow(user, company.id()));
        clock.advance(Duration.ofMinutes(1));
        await().until(() -> follows.countEnded(company.id(), Instant.EPOCH, clock.instant()) == many);
    }

    private List<UserId> followers(Town.Company company, int most) {
        return jdbc.sql("select user_id from follow where account_id = ? and ended_at is null order by user_id limit ?")
                .params(company.id().value(), most)
                .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
                .list();
    }
}
