package dev.parley.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether a stream still says what was recorded.
 *
 * @param entries how many entries are there
 * @param brokenAt sequence of the first entry that was changed, removed or added behind the log's back; absent when intact
 */
public record AuditState(
        String stream, long entries, @Nullable Long brokenAt) {
    /** Whether nothing was changed. */
    public boolean intact() {
        return brokenAt == null;
    }
}
