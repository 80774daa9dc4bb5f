package dev.parley.push;

import java.time.Instant;
import java.util.List;

/**
 * What was held for a user.
 *
 * @param nextAt when the digest comes next
 * @param held how many were held since it came last
 * @param items all that is still kept, newest first
 */
public record Digest(Instant nextAt, int held, List<HeldPush> items, DigestSettings settings) {
    public Digest {
        items = List.copyOf(items);
    }
}
