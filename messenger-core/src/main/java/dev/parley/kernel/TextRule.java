package dev.parley.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a text may be, counted in code points; one with a lower bound must not be blank.
 *
 * @param field name as in JSON
 */
public record TextRule(String field, int least, int most) {
    /** What is wrong with the text; empty when nothing is. An absent text is an empty one. */
    public Optional<FieldRefusal> check(@Nullable String text) {
        var given = text == null ? "" : text;
        var length = given.codePointCount(0, given.length());
        if (given.indexOf('\0') >= 0) {
            return Optional.of(
                    new FieldRefusal(field, "characters", null, null, "Text must not hold the character NUL."));
        }
        if (given.isBlank() && least > 0) {
            return Optional.of(new FieldRefusal(field, "length", "0", limit(), "This must not be empty."));
        }
        if (length > most) {
            return Optional.of(new FieldRefusal(
                    field,
                    "length",
                    String.valueOf(length),
                    limit(),
                    "This may have at most " + most + " characters."));
        }
        return Optional.empty();
    }

    private String limit() {
        return least + ".." + most;
    }
}
