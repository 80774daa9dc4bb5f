package dev.parley.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.answer.AnswerRule.At;
import dev.parley.answer.AnswerRule.Trigger;
import dev.parley.answer.Judge.Facts;
import dev.parley.answer.Verdict.Judged;
import dev.parley.answer.Verdict.Reason;
import dev.parley.conversation.MessageBody;
import dev.parley.kernel.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTests {
    private static final Facts OPEN = new Facts(true, false, Set.of());
    private static final Facts CLOSED = new Facts(false, false, Set.of());

    private final AnswerRule rye = rule(Trigger.KEYWORD, At.ALWAYS, "rye", "dark bread");
    private final AnswerRule bread = rule(Trigger.KEYWORD, At.ALWAYS, "bread");
    private final AnswerRule thanks = rule(Trigger.EXACT, At.ALWAYS, "thanks");
    private final AnswerRule night = rule(Trigger.ANY, At.CLOSED);

    @Test
    void theFirstRuleThatFitsAnswersAndLaterOnesSayWhyNot() {
        assertThat(reasons("Is there DARK bread left?", OPEN))
                .containsExactly(Reason.ANSWERS, Reason.EARLIER_RULE, Reason.NO_WORD, Reason.OTHER_HOURS);
    }

    @Test
    void aWordIsAWholeWordAndARowOfWordsStandsTogether() {
        assertThat(reasons("ryegrass, dark old bread", OPEN)).startsWith(Reason.NO_WORD, Reason.ANSWERS);
        assertThat(reasons("thanks a lot", OPEN).get(2)).isEqualTo(Reason.NO_WORD);
        assertThat(reasons("Thanks!", OPEN).get(2)).isEqualTo(Reason.ANSWERS);
    }

    @Test
    void rulesForClosedHoursAnswerThenOnlyAndNotAgainAndAgain() {
        assertThat(reasons("Hello?", CLOSED).getLast()).isEqualTo(Reason.ANSWERS);
        assertThat(reasons("Hello?", new Facts(false, false, Set.of(night.id())))
                        .getLast())
                .isEqualTo(Reason.ANSWERED_LATELY);
    }

    @Test
    void theMachineHoldsItsTongueWhileAPersonIsInChargeButForClosedHours() {
        assertThat(reasons("rye", new Facts(true, true, Set.of()))).startsWith(Reason.PERSON_IN_CHARGE);
        assertThat(reasons("rye", new Facts(false, true, Set.of())).getLast()).isEqualTo(Reason.ANSWERS);
    }

    @Test
    void whoAsksForAPersonGetsNoRule() {
        var verdict = Judge.judge(List.of(night), "Talk to a person.", CLOSED);

        assertThat(verdict.asksForPerson()).isTrue();
        assertThat(verdict.answering()).isEmpty();
    }

    private List<Reason> reasons(String text, Facts facts) {
        return Judge.judge(List.of(rye, bread, thanks, night), text, facts).judged().stream()
                .map(Judged::reason)
                .toList();
    }

    private static AnswerRule rule(Trigger trigger, At hours, String... words) {
        return new AnswerRule(
                Ids.next(),
                String.join(" ", words) + trigger,
                true,
                trigger,
                List.of(words),
                hours,
                List.<MessageBody>of(new MessageBody.Text("An answer")));
    }
}
