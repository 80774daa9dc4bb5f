package dev.parley.push;

import org.jspecify.annotations.Nullable;

/**
 * What the dosage made of one push message for one follower.
 *
 * @param ordinal the how-manieth in its period: among those that came at once when it did, else among all released
 * @param limit how many the follower allows in the period; null when there is no such limit
 */
record Decision(
        Release release,
        boolean atOnce,
        int ordinal,
        Dosage.Period period,
        @Nullable Integer limit,
        Dosage dosage) {}
