package dev.parley.sanction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What follows when an annoyance score stays above or below a number.
 *
 * @param score 0 to 10
 * @param days for so many days in a row, 1 to 180
 * @param amount releases a month that are added to the quota, below 0 those taken away; for {@link Effect#QUOTA} only
 * @param lastingDays how long a sanction lasts, 1 to 365
 */
public record ScoreRule(Side side, double score, int days, Effect effect, int amount, int lastingDays) {
    /** On which side of the number the score stays. */
    public enum Side {
        ABOVE,
        BELOW;

        /** The side as it stands in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What follows: a step of the ladder, or more or less quota. */
    public enum Effect {
        WARN,
        SLOW,
        PAUSE,
        HIDE,
        QUOTA;

        /** The effect as it stands in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Nullable
        Step step() {
            return Step.of(code());
        }
    }

    boolean meets(double value) {
        return side == Side.ABOVE ? value > score : value < score;
    }

    /** As it stands in audit logs. */
    String words() {
        var then = effect == Effect.QUOTA
                ? "quota " + (amount < 0 ? "" : "+") + amount + " a month"
                : effect.code() + " for " + lastingDays + " days";
        return side.code() + " " + score + " for " + days + " days: " + then;
    }
}
