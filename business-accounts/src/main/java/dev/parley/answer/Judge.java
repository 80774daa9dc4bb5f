package dev.parley.answer;

import dev.parley.answer.AnswerRule.At;
import dev.parley.answer.AnswerRule.Trigger;
import dev.parley.answer.Verdict.Judged;
import dev.parley.answer.Verdict.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The rule over rules: the first that fits answers, and nobody else. Plain, so that the tester says what will be. */
final class Judge {
    /** In both languages of the product; the first is on the button that goes with each automatic answer. */
    private static final List<String> FOR_A_PERSON = List.of(
            "talk to a person", "speak to a person", "mit einem menschen sprechen", "mit einem menschen schreiben");

    private Judge() {}

    /**
     * What is known besides the words.
     *
     * @param open whether the account is open
     * @param personInCharge whether a person has taken over
     * @param answeredLately rules for any message that have answered here within twelve hours
     */
    record Facts(boolean open, boolean personInCharge, Set<UUID> answeredLately) {}

    static Verdict judge(List<AnswerRule> rules, String text, Facts facts) {
        var words = words(text);
        if (FOR_A_PERSON.stream().anyMatch(asking -> words(asking).equals(words))) {
            return new Verdict(true, List.of());
        }
        var judged = new ArrayList<Judged>();
        var found = false;
        for (var rule : rules) {
            var reason = reason(rule, words, facts);
            if (reason == Reason.ANSWERS && found) {
                reason = Reason.EARLIER_RULE;
            }
            found |= reason == Reason.ANSWERS;
            judged.add(new Judged(rule, reason));
        }
        return new Verdict(false, judged);
    }

    private static Reason reason(AnswerRule rule, List<String> words, Facts facts) {
        if (!rule.enabled()) {
            return Reason.SWITCHED_OFF;
        }
        if (rule.hours() == At.OPEN && !facts.open() || rule.hours() == At.CLOSED && facts.open()) {
            return Reason.OTHER_HOURS;
        }
        if (!fits(rule, words)) {
            return Reason.NO_WORD;
        }
        if (facts.personInCharge() && rule.hours() != At.CLOSED) {
            return Reason.PERSON_IN_CHARGE;
        }
        return rule.trigger() == Trigger.ANY && facts.answeredLately().contains(rule.id())
                ? Reason.ANSWERED_LATELY
                : Reason.ANSWERS;
    }

    private static boolean fits(AnswerRule rule, List<String> words) {
        return switch (rule.trigger()) {
            case ANY -> true;
            case EXACT -> rule.words().stream().anyMatch(word -> words(word).equals(words));
            case KEYWORD ->
                rule.words().stream()
                        .map(Judge::words)
                        .anyMatch(row -> !row.isEmpty() && Collections.indexOfSubList(words, row) >= 0);
        };
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
