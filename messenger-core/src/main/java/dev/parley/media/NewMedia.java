package dev.parley.media;

import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param kind what it is to be; the content decides whether it is
 * @param name what the file is called, absent when nobody says
 * @param content as it came; the store does not trust any type told beside it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way into the database; never compared
public record NewMedia(
        UserId owner,
        MediaPurpose purpose,
        MediaKind kind,
        @Nullable String name,
        @Nullable String description,
        byte[] content) {
    /** A picture. */
    public NewMedia(UserId owner, MediaPurpose purpose, @Nullable String description, byte[] content) {
        this(owner, purpose, MediaKind.IMAGE, null, description, content);
    }
}
