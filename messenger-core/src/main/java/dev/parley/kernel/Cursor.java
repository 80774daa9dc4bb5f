package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far a device has handled what its user must see; both parts move only forward. Written {@code <inbox>.<push>}, e.g.
 * {@code 1842.77}.
 *
 * @param inbox inbox sequence of the last handled entry, 0 before the first
 * @param push message sequence of the last handled push message, 0 before the first
 */
public record Cursor(long inbox, long push) {
    /** Before everything. */
    public static final Cursor START = new Cursor(0, 0);

    public Cursor {
        if (inbox < 0 || push < 0) {
            throw new IllegalArgumentException("cursor parts must not be negative: " + inbox + "." + push);
        }
    }

    /** Reads {@link #format()}; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static Cursor parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 1
                || dot == text.length() - 1
                || text.length() > 39
                || !isNumber(text, 0, dot)
                || !isNumber(text, dot + 1, text.length())) {
            throw new IllegalArgumentException("not a cursor: expected <inbox>.<push>");
        }
        return new Cursor(Long.parseLong(text, 0, dot, 10), Long.parseLong(text, dot + 1, text.length(), 10));
    }

    /** The text form that devices keep and send back. */
    @JsonValue
    public String format() {
        return inbox + "." + push;
    }

    /** The greater of each part. */
    public Cursor advancedTo(Cursor other) {
        return new Cursor(Math.max(inbox, other.inbox), Math.max(push, other.push));
    }

    @Override
    public String toString() {
        return format();
    }

    private static boolean isNumber(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
