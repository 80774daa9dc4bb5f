package dev.parley.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.follow.FollowDay;
import dev.parley.follow.Follows;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage;
import dev.parley.push.Dosages;
import dev.parley.push.PushMessage;
import dev.parley.push.Town;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ParleyTestApplication.class)
class InsightsTests {
    private final Insights insights;
    private final Dosages dosages;
    private final Follows follows;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    InsightsTests(
            Insights insights,
            Dosages dosages,
            Follows follows,
            JdbcClient jdbc,
            SettableClock clock,
            ApplicationContext context) {
        this.insights = insights;
        this.dosages = dosages;
        this.follows = follows;
        this.jdbc = jdbc;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void countsAFollowerOnceHoweverOftenAPushMessageWasShownAndOpened() {
        var bakery = town.company("bakery");
        var alice = follower(bakery);
        var bob = follower(bakery);
        var push = town.release(bakery, "Dark rye is back");

        insights.record(alice, List.of(new Seen(push.id(), false), new Seen(push.id(), false)));
        insights.record(alice, List.of(new Seen(push.id(), true)));
        insights.record(alice, List.of(new Seen(push.id(), true), new Seen(push.id(), false)));
        insights.record(bob, List.of(new Seen(push.id(), false)));

        assertThat(of(push).shown()).isEqualTo(2);
        assertThat(of(push).opened()).isEqualTo(1);
    }

    @Test
    void passesOverWhatTheUserCouldNotHaveGot() {
        var bakery = town.company("bakery");
        follower(bakery);
        var push = town.release(bakery, "Dark rye is back");
        clock.advance(Duration.ofMinutes(1));
        var late = follower(bakery);

        insights.record(late, List.of(new Seen(push.id(), true)));
        insights.record(town.person("mallory", "UTC"), List.of(new Seen(push.id(), true)));

        assertThat(of(push).shown()).isZero();
    }

    @Test
    void keepsOnlyTheFollowerIdOfWhoWasShownSomething() {
        var bakery = town.company("bakery");
        var alice = follower(bakery);
        var push = town.release(bakery, "Dark rye is back");

        insights.record(alice, List.of(new Seen(push.id(), true)));

        var rows = jdbc.sql("select push_view::text from push_view where push_id = ?")
                .param(push.id().value())
                .query(String.class)
                .list();
        assertThat(rows).singleElement().asString().doesNotContain(alice.toString());
    }

    @Test
    void countsMutesLessAndUnfollowsOfTheFirst48HoursOnly() {
        var bakery = town.company("bakery");
        var early = List.of(follower(bakery), follower(bakery), follower(bakery));
        var late = List.of(follower(bakery), follower(bakery), follower(bakery));
        var push = town.release(bakery, "Dark rye is back");

        clock.set(push.releasedAt().plus(Insights.COUNTED).minusSeconds(1));
        annoyed(bakery, early);
        clock.set(push.releasedAt().plus(Insights.COUNTED));
        annoyed(bakery, late);
        clock.advance(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(insights.of(bakery.id(), List.of(push)))
                .extracting(PushInsight::mutes48h, PushInsight::less48h, PushInsight::unfollows48h)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, 1L, 1L)));
        assertThat(of(push).countsUntil()).isEqualTo(push.releasedAt().plus(Duration.ofHours(48)));
    }

    @Test
    void saysHowAPushMessageSpreadAndKeepsThatWhateverIsChosenLater() {
        var bakery = town.company("bakery");
        follower(bakery);
        var alice = follower(bakery);
        dosages.choose(alice, bakery.id(), new Dosage.DigestOnly());
        var bob = follower(bakery);
        dosages.choose(bob, bakery.id(), new Dosage.AnswersOnly());
        var push = town.release(bakery, "Dark rye is back");

        assertThat(of(push))
                .extracting(PushInsight::reached, PushInsight::atOnce, PushInsight::held)
                .containsExactly(3L, 1L, 2L);
        clock.advance(Duration.ofHours(1));
        dosages.choose(alice, bakery.id(), new Dosage.Everything());
        assertThat(of(push).held()).isEqualTo(2);
        clock.advance(Duration.ofDays(3));
        assertThat(of(push).held()).isEqualTo(2);
        assertThat(of(push).held()).isEqualTo(2);
    }

    @Test
    void laysFollowersOutByTheDaysOfAZone() {
        var bakery = town.company("bakery");
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        var alice = follower(bakery);
        clock.set(Instant.parse("2026-03-02T23:30:00Z")); // Tuesday already in Berlin
        follower(bakery);
        clock.set(Instant.parse("2026-03-03T10:00:00Z"));
        follows.unfollow(alice, bakery.id());
        clock.set(Instant.parse("2026-03-04T10:00:00Z"));
        var push = town.release(bakery, "fresh");

        var inBerlin = insights.followers(bakery.id(), 3, ZoneId.of("Europe/Berlin"));
        var inGreenwich = insights.followers(bakery.id(), 3, ZoneOffset.UTC);

        assertThat(inBerlin.days())
                .containsExactly(
                        new FollowDay(LocalDate.of(2026, 3, 2), 1, 0, 0),
                        new FollowDay(LocalDate.of(2026, 3, 3), 1, 1, 1),
                        new FollowDay(LocalDate.of(2026, 3, 4), 1, 0, 0));
        assertThat(inGreenwich.days())
                .containsExactly(
                        new FollowDay(LocalDate.of(2026, 3, 2), 2, 1, 0),
                        new FollowDay(LocalDate.of(2026, 3, 3), 1, 0, 1),
                        new FollowDay(LocalDate.of(2026, 3, 4), 1, 0, 0));
        assertThat(inGreenwich.followers()).isEqualTo(1);
        assertThat(inGreenwich.change()).isZero();
        assertThat(inGreenwich.pushes()).extracting(PushMessage::id).containsExactly(push.id());
        assertThat(insights.followersCsv(bakery.id(), 3, ZoneOffset.UTC)).isEqualTo("""
                        Date,Followers,Came,Left\r
                        2026-03-02,2,1,0\r
                        2026-03-03,1,0,1\r
                        2026-03-04,1,0,0\r
                        """);
    }

    @Test
    void exportsPushMessagesNewestFirstWithTextsThatAreNoFormulas() {
        var bakery = town.company("bakery");
        follower(bakery);
        var older = town.release(bakery, "=1+1, \"fresh\"");
        clock.advance(Duration.ofMinutes(1));
        town.release(bakery, "plain");

        var lines = insights.pushCsv(bakery.id()).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("Released at,Push message,");
        assertThat(lines.get(1)).contains(",plain,");
        assertThat(lines.get(2))
                .isEqualTo(older.releasedAt() + ",\"'=1+1, \"\"fresh\"\"\",owner,1,1,1,0,0,0,0,0,0,"
                        + older.releasedAt().plus(Insights.COUNTED));
    }

    /** The first mutes, the second chooses less, the third leaves. */
    private void annoyed(Town.Company company, List<UserId> three) {
        follows.mute(three.get(0), company.id(), true);
        dosages.less(three.get(1), company.id());
        follows.unfollow(three.get(2), company.id());
    }

    private UserId follower(Town.Company company) {
        var user = town.person("alice", "UTC");
        town.follow(user, company);
        return user;
    }

    private PushInsight of(PushMessage push) {
        return insights.find(push.account(), push.id()).orElseThrow();
    }
}
