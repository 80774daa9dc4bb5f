package dev.parley.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a conversation besides messages and notes.
 *
 * @param actor the team member who did it; absent when a rule or the follower did
 * @param detail whom it was given to, until when it sleeps, which tags it has now: a name, an instant, words
 */
public record DeskEvent(
        UUID id,
        Instant at,
        Kind kind,
        @Nullable UserId actor,
        @Nullable String detail) {
    /** What happened. */
    public enum Kind {
        @JsonProperty("assigned")
        ASSIGNED,
        @JsonProperty("taken")
        TAKEN,
        @JsonProperty("released")
        RELEASED,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("reopened")
        REOPENED,
        @JsonProperty("snoozed")
        SNOOZED,
        @JsonProperty("woken")
        WOKEN,
        @JsonProperty("tagged")
        TAGGED,
        @JsonProperty("asked-for-a-person")
        ASKED_FOR_A_PERSON,
        @JsonProperty("no-rule-fits")
        NO_RULE_FITS,
        @JsonProperty("rated")
        RATED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
