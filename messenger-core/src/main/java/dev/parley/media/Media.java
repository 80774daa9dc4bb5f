package dev.parley.media;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored upload, without its bytes.
 *
 * @param contentType found from the content, such as {@code image/jpeg}
 * @param name what the file was called; absent for pictures
 * @param widthPx 0 when it is nothing to look at, or when the file does not say it
 * @param heightPx as the width
 * @param durationMs how long it plays; absent when it does not, or when the file does not say it
 * @param bytes size of the file
 * @param placeholderColor average colour of a picture, {@code #rrggbb}; a plain grey for others
 */
public record Media(
        MediaId id,
        UserId owner,
        MediaPurpose purpose,
        MediaKind kind,
        String contentType,
        @Nullable String name,
        int widthPx,
        int heightPx,
        @Nullable Long durationMs,
        long bytes,
        String placeholderColor,
        @Nullable String description,
        Instant createdAt) {}
