package dev.parley.insight;

import dev.parley.push.PushMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a push message did. Counts of people, each counted once; absent where the group they were counted in has fewer than
 * {@link SmallGroups#FEWEST}.
 *
 * @param reached in whose conversation or digest it stands: those to whom it came at once and those for whom it was held
 * @param held for whom the dosage kept it for the digest
 * @param opened of those whom it was shown, who opened it
 * @param replied of those whom it was shown, who wrote to the account in the 48 hours after, before they saw another one
 * @param clicks for each of its links, of those whom it was shown, who followed it
 * @param mutes48h followers of the account who muted it in the 48 hours after the release
 * @param less48h followers who chose less in that time
 * @param unfollows48h followers who left in that time, those who blocked the account included
 * @param blocks48h followers who blocked the account in that time
 * @param reports48h followers who reported the account in that time
 * @param countsUntil until when mutes, less, unfollows, blocks and reports are still counted for it
 */
public record PushInsight(
        PushMessage push,
        @Nullable Long reached,
        @Nullable Long atOnce,
        @Nullable Long held,
        @Nullable Long shown,
        @Nullable Long opened,
        @Nullable Long replied,
        List<LinkClicks> clicks,
        @Nullable Long mutes48h,
        @Nullable Long less48h,
        @Nullable Long unfollows48h,
        @Nullable Long blocks48h,
        @Nullable Long reports48h,
        Instant countsUntil) {
    public PushInsight {
        clicks = List.copyOf(clicks);
    }

    /** How many followed one link. */
    public record LinkClicks(String link, @Nullable Long people) {}

    /** Whether too few were there for anything to be shown. */
    public boolean fewerThanTwenty() {
        return push.audience() < SmallGroups.FEWEST;
    }
}
