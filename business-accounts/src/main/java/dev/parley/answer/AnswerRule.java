package dev.parley.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.conversation.MessageBody;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * When the machine answers, and what.
 *
 * @param name for the team, 1 to 60 characters
 * @param words for {@link Trigger#KEYWORD} and {@link Trigger#EXACT}: 1 to 30 of 1 to 60 characters; none otherwise
 * @param bodies 1 to 5 messages, sent in this order
 */
public record AnswerRule(
        UUID id,
        String name,
        boolean enabled,
        Trigger trigger,
        List<String> words,
        At hours,
        List<MessageBody> bodies) {
    public AnswerRule {
        words = List.copyOf(words);
        bodies = List.copyOf(bodies);
    }

    /** What a message must say. */
    public enum Trigger {
        /** One of the words, or one of the rows of words, anywhere in it. */
        @JsonProperty("keyword")
        KEYWORD,
        /** One of the words and nothing else. */
        @JsonProperty("exact")
        EXACT,
        /** Anything; answers at most once in twelve hours in one conversation. */
        @JsonProperty("any")
        ANY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When the rule holds. */
    public enum At {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
