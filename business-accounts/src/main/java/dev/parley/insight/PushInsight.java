package dev.parley.insight;

import dev.parley.push.PushMessage;
import java.time.Instant;

/**
 * What a push message did. Counts of people, each counted once.
 *
 * @param reached in whose conversation or digest it stands: those to whom it came at once and those for whom it was held
 * @param held for whom the dosage kept it for the digest
 * @param opened of those whom it was shown, who opened it
 * @param mutes48h followers of the account who muted it in the 48 hours after the release
 * @param less48h followers who chose less in that time
 * @param unfollows48h followers who left in that time
 * @param countsUntil until when mutes, less and unfollows are still counted for it
 */
public record PushInsight(
        PushMessage push,
        long reached,
        long atOnce,
        long held,
        long shown,
        long opened,
        long mutes48h,
        long less48h,
        long unfollows48h,
        Instant countsUntil) {}
