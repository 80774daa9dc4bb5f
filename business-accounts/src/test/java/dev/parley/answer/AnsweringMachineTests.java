package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccountId;
import dev.parley.answer.AnswerRule.At;
import dev.parley.answer.AnswerRule.Trigger;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskEvent;
import dev.parley.desk.DeskEvents;
import dev.parley.follow.Follow;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.UserId;
import dev.parley.testing.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class AnsweringMachineTests {
    private final AnsweringMachine machine;
    private final Conversations conversations;
    private final Desk desk;
    private final DeskEvents events;
    private final Scene scene;
    private final UserId bob;
    private final OfficialAccountId bakery;
    private final Follow follow;

    @Autowired
    AnsweringMachineTests(
            AnsweringMachine machine,
            AnswerRules rules,
            Conversations conversations,
            Desk desk,
            DeskEvents events,
            ApplicationContext context) {
        this.machine = machine;
        this.conversations = conversations;
        this.desk = desk;
        this.events = events;
        this.scene = new Scene(context::getBean);
        this.bob = scene.user("bob");
        this.bakery = scene.account("bakery", bob);
        this.follow = scene.follow(scene.user("alice"), bakery);
        var rye = new AnswerRule(
                Ids.next(),
                "rye",
                true,
                Trigger.KEYWORD,
                List.of("rye"),
                At.ALWAYS,
                List.<MessageBody>of(new MessageBody.Text("14 left"), new MessageBody.Text("Shall we keep one?")));
        assertThat(rules.add(bakery, bob, rye)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void answersOnceMarkedAsAutomaticAndLetsTheFollowerWaitForAPerson() {
        ask("Is there rye?");
        machine.tick();

        assertThat(automatic()).containsExactly("14 left", "Shall we keep one?");
        assertThat(desk.find(bakery, follow.conversation()).orElseThrow().waitingSince())
                .isNotNull();
    }

    @Test
    void saysSoWhenNoRuleFits() {
        ask("Do you ship?");
        machine.tick();

        assertThat(automatic()).isEmpty();
        assertThat(kinds()).containsExactly(DeskEvent.Kind.NO_RULE_FITS);
    }

    @Test
    void isSilentOnceAPersonIsInChargeUntilTheConversationIsClosed() {
        ask("Talk to a person");
        machine.tick();
        ask("rye");
        machine.tick();
        assertThat(automatic()).isEmpty();
        assertThat(kinds()).containsExactly(DeskEvent.Kind.ASKED_FOR_A_PERSON);

        desk.close(bakery, follow.conversation(), bob);
        ask("rye");
        machine.tick();
        assertThat(automatic()).hasSize(2);
    }

    @Test
    void isSilentAfterAPersonHasAnswered() {
        ask("Do you ship?");
        conversations.send(scene.answer(follow, bob, "We do"));
        ask("And the rye?");
        machine.tick();

        assertThat(automatic()).isEmpty();
    }

    private void ask(String text) {
        conversations.send(scene.question(follow, text));
    }

    private List<String> automatic() {
        return conversations.history(bakery.party(), follow.conversation(), null, 50).orElseThrow().messages().stream()
                .filter(Message::automatic)
                .map(message -> message.body().preview())
                .toList();
    }

    private List<DeskEvent.Kind> kinds() {
        return events.of(bakery, follow.conversation()).stream()
                .map(DeskEvent::kind)
                .filter(kind -> kind != DeskEvent.Kind.CLOSED)
                .toList();
    }
}
