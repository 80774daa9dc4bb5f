package dev.parley.media;

import dev.parley.kernel.Refusal;

/** Answer to an upload. */
public sealed interface StoreOutcome {
    /** It is stored. */
    record Stored(Media media) implements StoreOutcome {}

    /** Problems: too-large, unsupported-media, not-an-image, too-many-pixels, invalid-request (description). */
    record Refused(Refusal refusal) implements StoreOutcome {}
}
