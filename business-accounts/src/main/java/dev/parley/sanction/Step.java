package dev.parley.sanction;

import dev.parley.push.Restraints.Restraint;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of the ladder, from the mildest; each does what the one before it did, and more. To suspend is an operator's decision of its own. */
public enum Step {
    /** Nothing but a word. */
    WARN,
    /** One push message in seven days. */
    SLOW,
    /** No push messages; the desk stays open. */
    PAUSE,
    /** No push messages, and search does not find it; its followers keep it. */
    HIDE;

    /** The step as it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step of that code; null for none. */
    public static @Nullable Step of(@Nullable String code) {
        for (var step : values()) {
            if (step.code().equals(code)) {
                return step;
            }
        }
        return null;
    }

    @Nullable
    Restraint restraint(@Nullable Instant until) {
        return switch (this) {
            case WARN -> null;
            case SLOW -> new Restraint(1, 7, until);
            case PAUSE, HIDE -> new Restraint(0, 1, until);
        };
    }
}
