package dev.parley.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.Conversations;
import dev.parley.desk.AssignmentMode;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskSetting;
import dev.parley.desk.DeskSettings;
import dev.parley.follow.Follow;
import dev.parley.kernel.UserId;
import dev.parley.testing.Scene;
import dev.parley.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class SatisfactionTests {
    private final Desk desk;
    private final Care care;
    private final SatisfactionQuestions questions;
    private final Conversations conversations;
    private final SettableClock clock;
    private final Scene scene;
    private final UserId bob;
    private final OfficialAccountId bakery;

    @Autowired
    SatisfactionTests(
            Desk desk,
            Care care,
            SatisfactionQuestions questions,
            DeskSettings settings,
            Conversations conversations,
            SettableClock clock,
            ApplicationContext context) {
        this.desk = desk;
        this.care = care;
        this.questions = questions;
        this.conversations = conversations;
        this.clock = clock;
        this.scene = new Scene(context::getBean);
        this.bob = scene.user("bob");
        this.bakery = scene.account("bakery", bob);
        settings.set(bakery, bob, new DeskSetting(AssignmentMode.BY_HAND, true));
    }

    @Test
    void asksOnceAfterClosingAndCountsTheAnswerWithoutOpeningTheConversation() {
        var follow = closed();
        clock.advance(Cases.ASK_AFTER);
        questions.askDue();
        questions.askDue();
        assertThat(messages(follow)).isEqualTo(3);

        conversations.send(scene.question(follow, " 4 "));

        assertThat(desk.find(bakery, follow.conversation()).orElseThrow().open())
                .isFalse();
        assertThat(care.cases(bakery, follow.conversation()))
                .extracting(CareCase::rating)
                .containsExactly(4);

        conversations.send(scene.question(follow, "5"));
        assertThat(desk.find(bakery, follow.conversation()).orElseThrow().open())
                .isTrue();
    }

    @Test
    void asksNothingWhenTheClosingWasTakenBack() {
        var follow = closed();
        desk.reopen(bakery, follow.conversation(), bob);
        clock.advance(Cases.ASK_AFTER);
        questions.askDue();

        assertThat(messages(follow)).isEqualTo(2);
    }

    private Follow closed() {
        var follow = scene.follow(scene.user("alice"), bakery);
        conversations.send(scene.question(follow, "Do you have rye?"));
        conversations.send(scene.answer(follow, bob, "Yes"));
        desk.close(bakery, follow.conversation(), bob);
        return follow;
    }

    private int messages(Follow follow) {
        return conversations
                .history(bakery.party(), follow.conversation(), null, 50)
                .orElseThrow()
                .messages()
                .size();
    }
}
