package dev.parley.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.contact.Blocks;
import dev.parley.contact.ReportReason;
import dev.parley.contact.Reports;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.follow.FollowDay;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.insight.PushInsight.LinkClicks;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ParleyTestApplication.class)
class InsightsTests {
    private final Insights insights;
    private final FollowerInsights followerInsights;
    private final Replies replies;
    private final PushViews views;
    private final Reports reports;
    private final Blocks blocks;
    private final Conversations conversations;
    private final Dosages dosages;
    private final Follows follows;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    InsightsTests(
            Insights insights,
            FollowerInsights followerInsights,
            Replies replies,
            PushViews views,
            Reports reports,
            Blocks blocks,
            Conversations conversations,
            Dosages dosages,
            Follows follows,
            JdbcClient jdbc,
            SettableClock clock,
            ApplicationContext context) {
        this.insights = insights;
        this.followerInsights = followerInsights;
        this.replies = replies;
        this.views = views;
        this.reports = reports;
        this.blocks = blocks;
        this.conversations = conversations;
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
        var bakery = crowdedBakery();
        var alice = follower(bakery);
        var bob = follower(bakery);
        var push = town.release(bakery, "Dark rye is back");

        insights.record(alice, List.of(new Seen(push.id(), false), new Seen(push.id(), false)));
        insights.record(alice, List.of(new Seen(push.id(), true)));
        insights.record(alice, List.of(new Seen(push.id(), true), new Seen(push.id(), false)));
        insights.record(bob, List.of(new Seen(push.id(), false)));

        assertThat(of(push).shown()).isEqualTo(2);
        assertThat(seen(push)).isEqualTo(new PushViews.Counts(2, 1, 0));
    }

    @Test
    void countsEachLinkOncePerFollowerAndOnlyLinksThatAreInIt() {
        var bakery = crowdedBakery();
        var alice = follower(bakery);
        var push = town.release(bakery, "Rye at https://bakery.example/rye, cake at https://bakery.example/cake!");
        var rye = "https://bakery.example/rye";

        insights.record(alice, List.of(new Seen(push.id(), false, List.of(rye, "https://elsewhere.example/"))));
        insights.record(alice, List.of(new Seen(push.id(), false, List.of(rye))));

        assertThat(seen(push)).isEqualTo(new PushViews.Counts(1, 1, 0));
        assertThat(views.clicks(bakery.id(), List.of(push.id())))
                .containsExactly(Map.entry(push.id(), Map.of(rye, 1L)));
        assertThat(of(push).clicks())
                .containsExactly(
                        new LinkClicks(rye, null), new LinkClicks("https://bakery.example/cake", null)); // shown to one
    }

    @Test
    void countsAnAnswerForThePushMessageThatWasSeenLast() {
        var bakery = crowdedBakery();
        var alice = follower(bakery);
        var older = town.release(bakery, "Dark rye is back");
        insights.record(alice, List.of(new Seen(older.id(), false)));
        clock.advance(Duration.ofHours(1));
        var newer = town.release(bakery, "Coffee tasting");
        insights.record(alice, List.of(new Seen(newer.id(), false)));
        clock.advance(Duration.ofMinutes(5));

        write(alice, bakery, "A place for me, please");
        write(alice, bakery, "Two, rather");
        replies.write();

        assertThat(seen(newer).replied()).isEqualTo(1);
        assertThat(seen(older).replied()).isZero();
    }

    @Test
    void tellsWhatFollowersDoApart() {
        var bakery = crowdedBakery();
        var push = town.release(bakery, "Dark rye is back");
        clock.advance(Duration.ofMinutes(1));
        var alice = follower(bakery);
        var bob = follower(bakery);
        var carol = follower(bakery);

        follows.mute(alice, bakery.id(), true);
        dosages.less(alice, bakery.id());
        reports.report(bob, bakery.id().party(), ReportReason.SPAM, null);
        blocks.block(bob, bakery.id().party());
        follows.unfollow(carol, bakery.id());
        clock.advance(Duration.ofMinutes(1));
        follows.follow(carol, bakery.id(), Source.SEARCH);
        clock.advance(Duration.ofMinutes(1));

        await().untilAsserted(() -> assertThat(of(push))
                .extracting(
                        PushInsight::mutes48h,
                        PushInsight::less48h,
                        PushInsight::unfollows48h,
                        PushInsight::blocks48h,
                        PushInsight::reports48h)
                .containsExactly(1L, 1L, 2L, 1L, 1L));
        await().untilAsserted(() -> assertThat(followerInsights.acts(bakery.id(), 1))
                .containsEntry(ActKind.REFOLLOW, 1L)
                .containsEntry(ActKind.BLOCK, 1L));
    }

    @Test
    void takesBackAMuteOrALessThatWasUndoneAtOnce() {
        var bakery = crowdedBakery();
        var alice = follower(bakery);
        var push = town.release(bakery, "Dark rye is back");

        var before = dosages.of(alice, bakery.id());
        dosages.less(alice, bakery.id());
        follows.mute(alice, bakery.id(), true);
        await().untilAsserted(() -> assertThat(of(push))
                .extracting(PushInsight::mutes48h, PushInsight::less48h)
                .containsExactly(1L, 1L));
        clock.advance(Duration.ofSeconds(5));
        dosages.choose(alice, bakery.id(), before);
        follows.mute(alice, bakery.id(), false);

        await().untilAsserted(() -> assertThat(of(push))
                .extracting(PushInsight::mutes48h, PushInsight::less48h)
                .containsExactly(0L, 0L));
    }

    @Test
    void showsNothingOfFewerThanTwenty() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 18);
        var alice = follower(bakery);
        var push = town.release(bakery, "Dark rye is back");
        insights.record(alice, List.of(new Seen(push.id(), true)));

        assertThat(of(push).fewerThanTwenty()).isTrue();
        assertThat(of(push))
                .extracting(
                        PushInsight::reached,
                        PushInsight::shown,
                        PushInsight::opened,
                        PushInsight::mutes48h,
                        PushInsight::unfollows48h)
                .containsOnlyNulls();
    }

    @Test
    void opensAreShownOnceTwentyHaveSeenThePushMessage() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 30);
        var push = town.release(bakery, "Dark rye is back");

        everybodySees(push, 19);
        assertThat(of(push).shown()).isEqualTo(19);
        assertThat(of(push).opened()).isNull();
        everybodySees(push, 20);
        assertThat(of(push).opened()).isZero();
    }

    @Test
    void leavesSmallSourcesOutSoThatTheTotalDoesNotTellThem() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 60);
        follower(bakery); // by search

        var sources = followerInsights.bySource(bakery.id());

        assertThat(sources.followers()).isEqualTo(61);
        assertThat(sources.others()).isEqualTo(61); // 60 and a total of 61 would say that one came by search
        assertThat(sources.sources()).allMatch(it -> it.followers() == 0);
    }

    @Test
    void saysHowManyStayedByTheMonthInWhichTheyBegan() {
        var bakery = town.company("bakery");
        clock.set(Instant.parse("2026-03-10T12:00:00Z"));
        town.crowd(bakery, 38);
        var alice = follower(bakery);
        var bob = follower(bakery);
        clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        follows.unfollow(alice, bakery.id());
        clock.set(Instant.parse("2026-04-25T12:00:00Z"));
        follows.unfollow(bob, bakery.id());
        clock.set(Instant.parse("2026-06-05T12:00:00Z"));

        var retention = followerInsights.retention(bakery.id(), ZoneOffset.UTC);

        assertThat(retention)
                .containsExactly(
                        new FollowerInsights.Retention(LocalDate.of(2026, 3, 1), 40L, List.of(1.0, 0.975, 0.95)));
    }

    @Test
    void countsWhatOfAnAccountIsUsedByHowMany() {
        var bakery = town.company("bakery");
        var alice = follower(bakery);
        followerInsights.used(bakery.id(), alice, "menu", "opening-hours");
        followerInsights.used(bakery.id(), alice, "menu", "opening-hours");

        assertThat(followerInsights.uses(bakery.id(), "menu"))
                .containsExactly(new FollowerInsights.ItemUse("opening-hours", null, null));
        for (var i = 0; i < 19; i++) {
            followerInsights.used(bakery.id(), follower(bakery), "menu", "opening-hours");
        }
        assertThat(followerInsights.uses(bakery.id(), "menu"))
                .containsExactly(new FollowerInsights.ItemUse("opening-hours", 20L, 21L));
    }

    @Test
    void passesOverWhatTheUserCouldNotHaveGot() {
        var bakery = crowdedBakery();
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
        var bakery = crowdedBakery();
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
        var bakery = crowdedBakery();
        var alice = follower(bakery);
        dosages.choose(alice, bakery.id(), new Dosage.DigestOnly());
        var bob = follower(bakery);
        dosages.choose(bob, bakery.id(), new Dosage.AnswersOnly());
        var push = town.release(bakery, "Dark rye is back");

        assertThat(of(push))
                .extracting(PushInsight::reached, PushInsight::atOnce, PushInsight::held)
                .containsExactly(22L, 20L, 2L);
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

        var inBerlin = followerInsights.byDay(bakery.id(), 3, ZoneId.of("Europe/Berlin"));
        var inGreenwich = followerInsights.byDay(bakery.id(), 3, ZoneOffset.UTC);

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
    }

    /** The first mutes, the second chooses less, the third leaves. */
    private void annoyed(Town.Company company, List<UserId> three) {
        follows.mute(three.get(0), company.id(), true);
        dosages.less(three.get(1), company.id());
        follows.unfollow(three.get(2), company.id());
    }

    private Town.Company crowdedBakery() {
        var bakery = town.company("bakery");
        town.crowd(bakery, 20);
        return bakery;
    }

    private void everybodySees(PushMessage push, int most) {
        var crowd = jdbc.sql("select user_id from follow where account_id = ? order by user_id limit ?")
                .params(push.account().value(), most)
                .query(UUID.class)
                .list();
        crowd.forEach(user -> insights.record(new UserId(user), List.of(new Seen(push.id(), false))));
    }

    private PushViews.Counts seen(PushMessage push) {
        return views.counts(push.account(), List.of(push.id())).getOrDefault(push.id(), PushViews.Counts.NONE);
    }

    private void write(UserId user, Town.Company company, String text) {
        var follow = follows.find(user, company.id()).orElseThrow();
        conversations.send(new SendMessage(
                follow.conversation(),
                PartyRef.user(user),
                null,
                new MessageBody.Text(text),
                new IdempotencyKey(UUID.randomUUID().toString()),
                false));
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
