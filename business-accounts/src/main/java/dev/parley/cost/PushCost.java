package dev.parley.cost;

import dev.parley.kernel.MessageId;
import java.time.Instant;

/**
 * What one push message cost its account.
 *
 * @param shown how many people saw it
 * @param left followers who left because of it, those who blocked the account included
 * @param usual how many of those who saw it would have left within 48 hours anyway, at the account's base rate
 */
public record PushCost(
        MessageId push,
        Instant releasedAt,
        long shown,
        Estimate left,
        Estimate blocked,
        Estimate muted,
        Estimate less,
        Estimate reported,
        double usual) {
    /** Whether it cost more than leaves anyway: the whole interval lies above the account's base rate. */
    public boolean costly() {
        return left.value() - left.margin() > usual;
    }
}
