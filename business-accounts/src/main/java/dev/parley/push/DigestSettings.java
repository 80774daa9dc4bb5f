package dev.parley.push;

import java.time.DayOfWeek;

/**
 * When a user's digest comes.
 *
 * @param hour of the day in the user's zone, 0 to 23
 */
public record DigestSettings(DayOfWeek day, int hour) {
    /** Fridays at 18:00. */
    public static final DigestSettings USUAL = new DigestSettings(DayOfWeek.FRIDAY, 18);

    public DigestSettings {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("the hour of a digest is 0 to 23, not " + hour);
        }
    }
}
