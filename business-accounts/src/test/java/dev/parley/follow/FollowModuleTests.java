package dev.parley.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.contact.Blocks;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendOutcome;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.testing.Scene;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = ParleyTestApplication.class)
@Import(Heard.class)
class FollowModuleTests {
    private final Follows follows;
    private final Followers followers;
    private final Windows windows;
    private final OfficialAccounts accounts;
    private final Conversations conversations;
    private final Blocks blocks;
    private final Heard heard;
    private final SettableClock clock;
    private final Scene scene;

    private UserId alice = UserId.next();
    private UserId bob = UserId.next();
    private OfficialAccountId bakery = new OfficialAccountId(alice.value());

    @Autowired
    FollowModuleTests(
            Follows follows,
            Followers followers,
            Windows windows,
            OfficialAccounts accounts,
            Conversations conversations,
            Blocks blocks,
            Heard heard,
            SettableClock clock,
            ApplicationContext context) {
        this.follows = follows;
        this.followers = followers;
        this.windows = windows;
        this.accounts = accounts;
        this.conversations = conversations;
        this.blocks = blocks;
        this.heard = heard;
        this.clock = clock;
        this.scene = new Scene(context::getBean);
    }

    @BeforeEach
    void openTheBakery() {
        alice = scene.user("alice");
        bob = scene.user("bob");
        bakery = scene.accountSaying("Good morning!", "bakery", bob);
    }

    @Test
    void followsOnceHoweverOftenAndGreetsOnce() {
        var follow = scene.follow(alice, bakery);

        assertThat(follows.follow(alice, bakery, Source.QR)).isEqualTo(new FollowOutcome.AlreadyFollowing(follow));
        assertThat(follows.count(bakery)).isEqualTo(1);
        await().untilAsserted(() -> assertThat(said(follow)).containsExactly("Good morning!"));
        assertThat(messages(follow).getFirst().automatic()).isTrue();
        assertThat(conversations.rows(PartyRef.user(alice))).hasSize(1);
    }

    @Test
    void refusesAccountsThatAreNotVerifiedOrSuspended() {
        var pending = scene.pendingAccount("mill", bob);
        assertThat(follows.follow(alice, pending, Source.LINK))
                .isInstanceOfSatisfying(
                        FollowOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("not-verified"));

        accounts.suspend(bakery, bob, "complaints");
        assertThat(follows.follow(alice, bakery, Source.LINK))
                .isInstanceOfSatisfying(
                        FollowOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("suspended"));
    }

    @Test
    void delivesNothingOnceUnfollowHasReturned() {
        var follow = scene.follow(alice, bakery);
        conversations.send(scene.question(follow, "Do you have rye?"));
        assertThat(conversations.send(scene.answer(follow, bob, "Yes"))).isInstanceOf(SendOutcome.Accepted.class);

        follows.unfollow(alice, bakery);

        assertThat(refusal(scene.answer(follow, bob, "And wheat"))).returns("not-following", Refusal::problem);
        assertThat(refusal(scene.question(follow, "Wait"))).returns("not-following", Refusal::problem);
        assertThat(conversations.rows(PartyRef.user(alice))).isEmpty();
        assertThat(windows.find(bakery, alice)).isEmpty();
    }

    @Test
    void restoresTheSameFollowWithItsWindowWithinTheUndoTime() {
        var follow = scene.follow(alice, bakery);
        conversations.send(scene.question(follow, "Do you have rye?"));
        var undoUntil = follows.unfollow(alice, bakery);
        assertThat(undoUntil).contains(clock.instant().plusSeconds(10));
        assertThat(follows.unfollow(alice, bakery)).isEqualTo(undoUntil);

        clock.advance(Duration.ofSeconds(9));

        assertThat(follows.restore(alice, bakery)).isEqualTo(new RestoreOutcome.Restored(follow));
        assertThat(follows.restore(alice, bakery)).isEqualTo(new RestoreOutcome.Restored(follow));
        assertThat(conversations.send(scene.answer(follow, bob, "Yes"))).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(conversations.rows(PartyRef.user(alice))).hasSize(1);
        clock.advance(Duration.ofSeconds(30));
        assertThat(heard.endings(follow)).isZero();
    }

    @Test
    void announcesTheEndOnceTheUndoTimeIsOver() {
        var follow = scene.follow(alice, bakery);
        follows.unfollow(alice, bakery);
        assertThat(heard.endings(follow)).isZero();

        clock.advance(Duration.ofSeconds(10));

        await().untilAsserted(() -> assertThat(heard.endings(follow)).isEqualTo(1));
        assertThat(follows.restore(alice, bakery)).isInstanceOfSatisfying(RestoreOutcome.Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo("follow.undo");
            assertThat(refused.refusal().limit()).isEqualTo("10 s");
        });
        assertThat(follows.giveReason(alice, bakery, UnfollowReason.TOO_MANY)).isTrue();
    }

    @Test
    void letsAnAccountWriteOnlyWithinTheWindowThatTheFollowerOpened() {
        var follow = scene.follow(alice, bakery);
        clock.advance(Duration.ofMinutes(2));
        assertThat(refusal(scene.answer(follow, bob, "Buy!")))
                .returns("window-closed", Refusal::problem)
                .returns("never opened", Refusal::value);

        var asked = clock.instant();
        conversations.send(scene.question(follow, "Do you have rye?"));
        clock.advance(Duration.ofHours(47));
        assertThat(conversations.send(scene.answer(follow, bob, "Yes"))).isInstanceOf(SendOutcome.Accepted.class);

        clock.advance(Duration.ofHours(1));
        assertThat(refusal(scene.answer(follow, bob, "Still there?")))
                .returns("window-closed", Refusal::problem)
                .returns("answer window", Refusal::rule)
                .returns(asked.plus(Duration.ofHours(48)).toString(), Refusal::value)
                .returns("48 h", Refusal::limit);

        conversations.send(scene.question(follow, "Hello?"));
        assertThat(windows.find(bakery, alice))
                .contains(new Window(clock.instant(), clock.instant().plus(Duration.ofHours(48))));
    }

    @Test
    void unfollowsABlockedAccountAndFollowsItNoMore() {
        scene.follow(alice, bakery);

        blocks.block(alice, bakery.party());

        assertThat(follows.find(alice, bakery)).isEmpty();
        assertThat(follows.restore(alice, bakery)).isInstanceOf(RestoreOutcome.Refused.class);
        assertThat(follows.follow(alice, bakery, Source.LINK))
                .isInstanceOfSatisfying(
                        FollowOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().problem()).isEqualTo("blocked"));
    }

    @Test
    void callsAUserByTheSameIdInEveryFollowOfOneAccountAndByAnotherInEachAccount() {
        var bank = scene.account("bank", bob);
        var first = scene.follow(alice, bakery);
        var atTheBank = scene.follow(alice, bank);
        follows.unfollow(alice, bakery);
        clock.advance(Duration.ofMinutes(1));
        var again = scene.follow(alice, bakery);

        assertThat(again.follower()).isEqualTo(first.follower());
        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(atTheBank.follower()).isNotEqualTo(first.follower());
        assertThat(followers.user(bank, first.follower())).isEmpty();
        // Random, so that nothing in it can be compared: neither the user nor the time.
        assertThat(first.follower().value().version()).isEqualTo(4);
    }

    @Test
    void showsAccountsNothingOfAFollowerButTheFollowerId() {
        var follow = scene.follow(alice, bakery);
        conversations.send(scene.question(follow, "Do you have rye?"));

        var row = conversations.rows(bakery.party()).getFirst();
        var question = messages(follow).stream()
                .filter(message -> message.body().preview().equals("Do you have rye?"))
                .findFirst()
                .orElseThrow(); // the welcome may stand before or after it
        var alias = new PartyRef("follower", follow.follower().value());

        assertThat(row.other().alias()).isEqualTo(alias);
        assertThat(question.sender().seenBy(bakery.party())).isEqualTo(alias);
        assertThat(follow.follower().shortName()).matches("[0-9A-F]{4}");
    }

    @Test
    void writesTheHistoryDayByDay() {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        scene.follow(alice, bakery);
        scene.follow(scene.user("carol"), bakery);
        clock.advance(Duration.ofDays(1));
        follows.unfollow(alice, bakery);

        assertThat(follows.history(bakery, day.minusDays(1), day.plusDays(1), ZoneOffset.UTC))
                .containsExactly(
                        new FollowDay(day.minusDays(1), 0, 0, 0),
                        new FollowDay(day, 2, 2, 0),
                        new FollowDay(day.plusDays(1), 1, 0, 1));
    }

    private Refusal refusal(dev.parley.conversation.SendMessage message) {
        if (conversations.send(message) instanceof SendOutcome.Refused(var refusal)) {
            return refusal;
        }
        throw new AssertionError("the message was not refused");
    }

    private List<Message> messages(Follow follow) {
        return conversations
                .history(PartyRef.user(follow.user()), follow.conversation(), null, 50)
                .orElseThrow()
                .messages();
    }

    private List<String> said(Follow follow) {
        return messages(follow).stream()
                .map(message -> ((MessageBody.Text) message.body()).text())
                .toList();
    }
}
