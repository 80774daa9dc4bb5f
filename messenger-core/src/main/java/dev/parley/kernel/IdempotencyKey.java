package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Chosen by the sender of a request; the same sender and key mean the same request.
 *
 * @param value 1 to {@value #LONGEST} visible ASCII characters
 */
public record IdempotencyKey(@JsonValue String value) {
    /** Greatest length of a key, in characters. */
    public static final int LONGEST = 100;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an idempotency key is 1 to " + LONGEST + " visible ASCII characters");
        }
    }

    /** Whether the text can be a key. */
    public static boolean isValid(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    @Override
    public String toString() {
        return value;
    }
}
