package dev.parley.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many push messages an account has released and may release. */
public record Quota(Use day, Use month) {
    /**
     * One rule of the quota.
     *
     * @param used released in the present calendar period
     * @param possibleAgainAt when the next release is possible; absent while this rule allows one
     */
    public record Use(int used, int limit, @Nullable Instant possibleAgainAt) {
        /** Whether this rule allows no further release now. */
        public boolean usedUp() {
            return used >= limit;
        }
    }
}
