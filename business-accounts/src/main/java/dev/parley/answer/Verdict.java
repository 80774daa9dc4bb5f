package dev.parley.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What the machine makes of one message.
 *
 * @param asksForPerson the follower wants to talk to a person: no rule is asked then
 * @param judged all rules in their order, and why each answers or does not
 */
public record Verdict(boolean asksForPerson, List<Judged> judged) {
    public Verdict {
        judged = List.copyOf(judged);
    }

    /** The one rule that answers. */
    public Optional<AnswerRule> answering() {
        return judged.stream()
                .filter(each -> each.reason() == Reason.ANSWERS)
                .map(Judged::rule)
                .findFirst();
    }

    /** A rule and why it answers or does not. */
    public record Judged(AnswerRule rule, Reason reason) {}

    /** Why. */
    public enum Reason {
        @JsonProperty("answers")
        ANSWERS,
        @JsonProperty("switched-off")
        SWITCHED_OFF,
        /** The account is open, or closed, and the rule is for the other. */
        @JsonProperty("other-hours")
        OTHER_HOURS,
        @JsonProperty("no-word")
        NO_WORD,
        /** Another rule before this one answers. */
        @JsonProperty("earlier-rule")
        EARLIER_RULE,
        /** A rule for any message has answered here within twelve hours. */
        @JsonProperty("answered-lately")
        ANSWERED_LATELY,
        /** A person is in charge; only rules for closed hours speak then. */
        @JsonProperty("person-in-charge")
        PERSON_IN_CHARGE
    }
}
