package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param id names it within the form
 * @param choices what can be chosen, for {@link Kind#CHOICE} and {@link Kind#CHOICES} only
 * @param max greatest length of a text, greatest number, or how many may be chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormField(
        String id,
        String label,
        Kind kind,
        boolean required,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices,
        @Nullable Integer max) {
    public FormField {
        choices = MessageBody.all(choices);
    }

    /** What an answer looks like. */
    public enum Kind {
        TEXT,
        NUMBER,
        EMAIL,
        PHONE,
        DATE,
        TIME,
        CHOICE,
        CHOICES,
        YES_NO;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
