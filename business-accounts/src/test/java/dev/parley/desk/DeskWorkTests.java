package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.care.Care;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendOutcome;
import dev.parley.delivery.Inboxes;
import dev.parley.follow.Follow;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.note.Notes;
import dev.parley.testing.Scene;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class DeskWorkTests {
    private final Desk desk;
    private final DeskClockwork clockwork;
    private final DeskSettings settings;
    private final DeskEvents events;
    private final Tags tags;
    private final Agents agents;
    private final Notes notes;
    private final Care care;
    private final Team team;
    private final Conversations conversations;
    private final Inboxes inboxes;
    private final SettableClock clock;
    private final Scene scene;

    private UserId bob = UserId.next();
    private UserId agent = UserId.next();
    private OfficialAccountId bakery = new OfficialAccountId(bob.value());

    @Autowired
    DeskWorkTests(
            Desk desk,
            DeskClockwork clockwork,
            DeskSettings settings,
            DeskEvents events,
            Tags tags,
            Agents agents,
            Notes notes,
            Care care,
            Team team,
            Conversations conversations,
            Inboxes inboxes,
            SettableClock clock,
            ApplicationContext context) {
        this.desk = desk;
        this.clockwork = clockwork;
        this.settings = settings;
        this.events = events;
        this.tags = tags;
        this.agents = agents;
        this.notes = notes;
        this.care = care;
        this.team = team;
        this.conversations = conversations;
        this.inboxes = inboxes;
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
    void aSnoozedConversationStandsInItsOwnListOnlyAndWakesWithTheFollowersNextMessage() {
        var follow = asked("Do you have rye?");

        snooze(follow, new Snooze(clock.instant().plus(Duration.ofHours(20))));
        assertThat(desk.counts(bakery, agent)).isEqualTo(new DeskCounts(0, 0, 0, 0, 1, 0));

        conversations.send(scene.question(follow, "Hello?"));
        assertThat(desk.counts(bakery, agent)).isEqualTo(new DeskCounts(1, 0, 1, 1, 0, 0));
    }

    @Test
    void aSnoozedConversationWaitsAgainWhenItsTimeHasComeAndNotBefore() {
        var follow = asked("Do you have rye?");
        conversations.send(scene.answer(follow, agent, "Tomorrow"));
        var until = clock.instant().plus(Duration.ofHours(20));
        snooze(follow, new Snooze(until));
        var sleeping = asked("Until they answer");
        snooze(sleeping, new Snooze(null));

        clockwork.wake();
        assertThat(listed(DeskList.SNOOZED, null)).hasSize(2);

        clock.advance(Duration.ofHours(21));
        clockwork.wake();
        clockwork.wake();
        assertThat(listed(DeskList.SNOOZED, null)).containsExactly(sleeping.conversation());
        assertThat(found(follow).waitingSince()).isEqualTo(until);
        assertThat(kinds(follow)).containsExactly(DeskEvent.Kind.SNOOZED, DeskEvent.Kind.WOKEN);
    }

    @Test
    void refusesToSnoozeIntoThePast() {
        var follow = asked("Do you have rye?");

        assertThat(desk.snooze(bakery, follow.conversation(), agent, new Snooze(clock.instant())))
                .isInstanceOf(DeskOutcome.Refused.class);
    }

    @Test
    void aTagLeavesOnlyThoseThatCarryIt() {
        var rye = asked("Do you have rye?");
        var rolls = asked("And rolls?");
        var orders = tag("Orders");
        var allergies = tag("Allergies");

        desk.tag(bakery, rye.conversation(), agent, List.of(orders, allergies));
        desk.tag(bakery, rolls.conversation(), agent, List.of(orders));

        assertThat(listed(DeskList.ALL, allergies)).containsExactly(rye.conversation());
        assertThat(listed(DeskList.WAITING, orders)).containsExactly(rye.conversation(), rolls.conversation());
        assertThat(tags.of(bakery)).extracting(Tag::open).containsExactly(1L, 2L);

        tags.remove(bakery, agent, orders);
        assertThat(found(rye).tags()).containsExactly(allergies);
    }

    @Test
    void refusesTagsOfOtherAccountsAndNamesThatAreTaken() {
        var follow = asked("Do you have rye?");
        var bank = scene.account("bank", bob);
        var foreign = ((Outcome.Done<Tag>) tags.create(bank, bob, "Money", TagColour.GREEN)).value();
        tag("Orders");

        assertThat(desk.tag(bakery, follow.conversation(), agent, List.of(foreign.id())))
                .isInstanceOf(DeskOutcome.Refused.class);
        assertThat(tags.create(bakery, agent, "orders", TagColour.RED)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theRuleGivesWaitingConversationsToThoseAtTheDeskInTurn() {
        settings.set(bakery, bob, new DeskSetting(AssignmentMode.ROUND_ROBIN, false));
        var first = asked("One");
        clock.advance(Duration.ofSeconds(1));
        var second = asked("Two");

        clockwork.assign();
        assertThat(found(first).assignee()).isNull();

        agents.here(bakery, bob, false);
        agents.here(bakery, agent, false);
        clockwork.assign();
        clockwork.assign();
        assertThat(List.of(assignee(first), assignee(second))).containsExactlyInAnyOrder(bob, agent);
        assertThat(kinds(first)).containsExactly(DeskEvent.Kind.ASSIGNED);

        clock.advance(Agents.HOLDS);
        assertThat(agents.of(bakery)).extracting(Agent::presence).containsOnly(Agent.Presence.ABSENT);
    }

    @Test
    void aNoteReachesTheTeamAndNeverTheFollower() {
        var follow = asked("Do you have rye?");
        var before = inboxes.newest(PartyRef.user(follow.user()));

        var written = notes.write(bakery, follow.conversation(), agent, "The sunflower rye has hazelnut", List.of(bob));

        assertThat(written).isInstanceOf(Outcome.Done.class);
        assertThat(notes.of(bakery, follow.conversation())).hasSize(1);
        assertThat(notes.mentionsOf(bakery, bob)).containsExactly(follow.conversation());
        assertThat(inboxes.newest(PartyRef.user(follow.user()))).isEqualTo(before);
        assertThat(conversations
                        .history(PartyRef.user(follow.user()), follow.conversation(), null, 50)
                        .orElseThrow()
                        .toString())
                .doesNotContain("hazelnut");
        assertThat(desk.search(bakery, "hazelnut", 10)).isEmpty();

        notes.seen(bakery, follow.conversation(), bob);
        assertThat(notes.mentionsOf(bakery, bob)).isEmpty();
    }

    @Test
    void aNoteIsTakenAwayByItsAuthorOrAnOwnerOnly() {
        var follow = asked("Do you have rye?");
        var other = scene.user("other");
        team.add(bakery, bob, other, Role.AGENT);
        notes.write(bakery, follow.conversation(), agent, "Mine", List.of());
        var note = notes.of(bakery, follow.conversation()).getFirst().id();

        assertThat(notes.remove(bakery, follow.conversation(), other, note)).isInstanceOf(Outcome.Refused.class);
        assertThat(notes.remove(bakery, follow.conversation(), bob, note)).isInstanceOf(Outcome.Done.class);
        assertThat(notes.of(bakery, follow.conversation())).isEmpty();
    }

    @Test
    void searchFindsTheAccountsOwnMessagesByTheBeginningsOfWords() {
        var follow = asked("Is there HAZELNUT in the dark rye?");
        conversations.send(scene.answer(follow, agent, "No hazelnuts, but walnuts"));
        var bank = scene.account("bank", bob);
        conversations.send(scene.question(scene.follow(scene.user("alice"), bank), "Hazelnut loans?"));

        assertThat(desk.search(bakery, "hazel", 10)).hasSize(2);
        assertThat(desk.search(bakery, "rye, hazelnut!", 10)).hasSize(1);
        assertThat(desk.search(bakery, "' | !:*", 10)).isEmpty();
    }

    @Test
    void aCaseGoesFromTheFirstQuestionToClosingAndTheNextQuestionBeginsAnother() {
        var start = clock.instant();
        var follow = asked("Do you have rye?");
        clock.advance(Duration.ofMinutes(10));
        conversations.send(scene.answer(follow, agent, "Yes"));
        clock.advance(Duration.ofMinutes(20));
        desk.close(bakery, follow.conversation(), agent);
        desk.reopen(bakery, follow.conversation(), agent);
        assertThat(care.cases(bakery, follow.conversation())).hasSize(1);
        desk.close(bakery, follow.conversation(), agent);
        conversations.send(scene.question(follow, "And rolls?"));

        assertThat(care.cases(bakery, follow.conversation())).hasSize(2);
        var report = care.report(bakery, new Care.Stretch(start, clock.instant().plusSeconds(1), ZoneOffset.UTC));
        assertThat(report.all().cases()).isEqualTo(2);
        assertThat(report.all().firstAnswerMedianSeconds()).isEqualTo(600);
        assertThat(report.all().resolutionMedianSeconds()).isEqualTo(1_800);
        assertThat(report.agents()).extracting(each -> each.user()).containsExactly(agent);
    }

    private Follow asked(String question) {
        var follow = scene.follow(scene.user("alice"), bakery);
        assertThat(conversations.send(scene.question(follow, question))).isInstanceOf(SendOutcome.Accepted.class);
        return follow;
    }

    private void snooze(Follow follow, Snooze snooze) {
        assertThat(desk.snooze(bakery, follow.conversation(), agent, snooze)).isInstanceOf(DeskOutcome.Done.class);
    }

    private TagId tag(String name) {
        return ((Outcome.Done<Tag>) tags.create(bakery, agent, name, TagColour.ORANGE))
                .value()
                .id();
    }

    private DeskConversation found(Follow follow) {
        return desk.find(bakery, follow.conversation()).orElseThrow();
    }

    private UserId assignee(Follow follow) {
        var assignee = found(follow).assignee();
        assertThat(assignee).isNotNull();
        return assignee == null ? bob : assignee;
    }

    private List<DeskEvent.Kind> kinds(Follow follow) {
        return events.of(bakery, follow.conversation()).stream()
                .map(DeskEvent::kind)
                .toList();
    }

    private List<ConversationId> listed(DeskList list, @Nullable TagId tag) {
        return desk.list(bakery, agent, list, tag, null, 50).items().stream()
                .map(DeskConversation::conversation)
                .toList();
    }
}
