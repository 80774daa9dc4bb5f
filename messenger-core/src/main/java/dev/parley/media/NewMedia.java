package dev.parley.media;

import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param content as it came; the store does not trust any type told beside it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way into the database; never compared
public record NewMedia(
        UserId owner, MediaPurpose purpose, @Nullable String description, byte[] content) {}
