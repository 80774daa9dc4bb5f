package dev.parley.push;

import java.time.Instant;
import java.util.List;

/**
 * What was held for a user.
 *
 * @param nextAt when the digest comes next
 * @param held how many were held since it came last
 * @param atOnce how many came at once in the same time, of the same accounts
 * @param items all that is still kept, newest first
 */
public record Digest(Instant nextAt, int held, int atOnce, List<HeldPush> items, DigestSettings settings) {
    public Digest {
        items = List.copyOf(items);
    }
}
