package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendOutcome;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.Inboxes;
import dev.parley.follow.Follow;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import dev.parley.testing.Scene;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class DeskModuleTests {
    private final Desk desk;
    private final Team team;
    private final Conversations conversations;
    private final Inboxes inboxes;
    private final AuditLog auditLog;
    private final SettableClock clock;
    private final Scene scene;

    private UserId bob = UserId.next();
    private UserId agent = UserId.next();
    private OfficialAccountId bakery = new OfficialAccountId(bob.value());

    @Autowired
    DeskModuleTests(
            Desk desk,
            Team team,
            Conversations conversations,
            Inboxes inboxes,
            AuditLog auditLog,
            SettableClock clock,
            ApplicationContext context) {
        this.desk = desk;
        this.team = team;
        this.conversations = conversations;
        this.inboxes = inboxes;
        this.auditLog = auditLog;
        this.clock = clock;
        this.scene = new Scene(context::getBean);
    }

    @BeforeEach
    void openTheBakery() {
        bob = scene.user("bob");
        agent = scene.user("agent");
        bakery = scene.account("bakery", bob);
        team.add(bakery, bob, agent, Role.AGENT);
    }

    @Test
    void letsAConversationWaitFromTheFirstUnansweredMessageUntilAPersonAnswers() {
        var follow = asked("Do you have rye?");
        var first = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        conversations.send(scene.question(follow, "Hello?"));
        conversations.send(scene.answer(follow, null, "We are closed."));

        assertThat(desk.find(bakery, follow.conversation()).orElseThrow().waitingSince())
                .isEqualTo(first);

        conversations.send(scene.answer(follow, agent, "Yes"));

        var answered = desk.find(bakery, follow.conversation()).orElseThrow();
        assertThat(answered.waitingSince()).isNull();
        assertThat(answered.assignee()).isEqualTo(agent);
        assertThat(answered.follower()).isEqualTo(follow.follower());
    }

    @Test
    void putsThoseWhoWaitLongestFirstAndGoesOnFromACursor() {
        var asked = new ArrayList<ConversationId>();
        for (var i = 0; i < 5; i++) {
            asked.add(asked("Question " + i).conversation());
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(all(DeskList.WAITING)).isEqualTo(asked);
        assertThat(all(DeskList.UNASSIGNED)).isEqualTo(asked.reversed());
        assertThat(all(DeskList.MINE)).isEmpty();
    }

    @Test
    void closesUntilTheFollowerWritesAgain() {
        var follow = asked("Do you have rye?");
        desk.close(bakery, follow.conversation(), agent);
        assertThat(desk.counts(bakery, agent)).isEqualTo(new DeskCounts(0, 0, 0, 0, 0, 1));

        conversations.send(scene.question(follow, "One more thing"));

        assertThat(desk.counts(bakery, agent)).isEqualTo(new DeskCounts(1, 0, 1, 1, 0, 0));
    }

    @Test
    void assignsOnlyToThoseWhoMayAnswer() {
        var follow = asked("Do you have rye?");
        var analyst = scene.user("analyst");
        team.add(bakery, bob, analyst, Role.ANALYST);

        assertThat(desk.assign(bakery, follow.conversation(), bob, analyst)).isInstanceOf(DeskOutcome.Refused.class);
        assertThat(desk.assign(bakery, follow.conversation(), bob, agent)).isInstanceOf(DeskOutcome.Done.class);
        assertThat(desk.counts(bakery, agent)).isEqualTo(new DeskCounts(1, 1, 0, 1, 0, 0));
        assertThat(desk.assign(scene.account("bank", bob), follow.conversation(), bob, agent))
                .isInstanceOf(DeskOutcome.Refused.class);
    }

    @Test
    void writesWhatTheTeamDoesIntoTheAuditLogButNotWhatItSays() {
        var follow = asked("Do you have rye?");
        desk.assign(bakery, follow.conversation(), bob, agent);
        desk.assign(bakery, follow.conversation(), bob, agent);
        conversations.send(scene.answer(follow, agent, "A secret recipe"));
        desk.close(bakery, follow.conversation(), agent);
        desk.reopen(bakery, follow.conversation(), agent);

        var entries = auditLog.page(bakery.toString(), null, 50).items();
        assertThat(entries.stream().map(AuditEntry::action).filter(action -> action.startsWith("desk.")))
                .containsExactly("desk.reopened", "desk.closed", "desk.answered", "desk.assigned");
        assertThat(entries.toString()).doesNotContain("secret", follow.user().toString());
        assertThat(auditLog.verify(bakery.toString()).intact()).isTrue();
    }

    @Test
    void tellsTheAccountsDevices() {
        var follow = asked("Do you have rye?");
        var changed = new EntryContent.Changed(
                ChangedThing.DESK, follow.conversation().value());
        assertThat(inboxes.read(bakery.party(), 0, 50))
                .extracting(entry -> entry.content())
                .contains(changed);

        var before = inboxes.newest(bakery.party());
        desk.close(bakery, follow.conversation(), agent);

        assertThat(inboxes.read(bakery.party(), before, 50))
                .extracting(entry -> entry.content())
                .containsExactly(changed);
    }

    @Test
    void worksWhileFollowersAndTeamWriteAtTheSameTime() throws Exception {
        var asked = new ArrayList<Follow>();
        for (var i = 0; i < 4; i++) {
            asked.add(asked("Question " + i));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var acts = new ArrayList<Callable<Boolean>>();
            for (var round = 0; round < 8; round++) {
                for (var follow : asked) {
                    acts.add(() -> conversations.send(scene.question(follow, "More")) instanceof SendOutcome.Accepted);
                    acts.add(() ->
                            conversations.send(scene.answer(follow, agent, "Yes")) instanceof SendOutcome.Accepted);
                    acts.add(() -> desk.close(bakery, follow.conversation(), agent) instanceof DeskOutcome.Done);
                    acts.add(() -> desk.assign(bakery, follow.conversation(), bob, bob) instanceof DeskOutcome.Done);
                    acts.add(() -> desk.assign(bakery, follow.conversation(), bob, agent) instanceof DeskOutcome.Done);
                }
            }
            for (var done : executor.invokeAll(acts)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(auditLog.verify(bakery.toString()).intact()).isTrue();
    }

    private Follow asked(String question) {
        var follow = scene.follow(scene.user("alice"), bakery);
        assertThat(conversations.send(scene.question(follow, question))).isInstanceOf(SendOutcome.Accepted.class);
        return follow;
    }

    private List<ConversationId> all(DeskList list) {
        var found = new ArrayList<ConversationId>();
        String cursor = null;
        do {
            var page = desk.list(bakery, agent, list, null, cursor, 2);
            page.items().forEach(item -> found.add(item.conversation()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }
}
