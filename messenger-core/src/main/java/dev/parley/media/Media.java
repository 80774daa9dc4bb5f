package dev.parley.media;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored picture, without its bytes.
 *
 * @param contentType found from the content, such as {@code image/jpeg}
 * @param placeholderColor average colour, {@code #rrggbb}
 * @param bytes size of the file
 */
public record Media(
        MediaId id,
        UserId owner,
        MediaPurpose purpose,
        String contentType,
        int widthPx,
        int heightPx,
        long bytes,
        String placeholderColor,
        @Nullable String description,
        Instant createdAt) {}
