package dev.parley.media;

import dev.parley.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What looking into an upload has found. */
sealed interface Inspection {
    /**
     * It is a picture.
     *
     * @param widthPx as it is shown, after turning it as its camera said
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Picture(
            PictureType type,
            int widthPx,
            int heightPx,
            byte[] content,
            String thumbnailType,
            byte[] thumbnail,
            String placeholderColor)
            implements Inspection {}

    /** It is something that plays, or a file. @param widthPx 0 where it is not known */
    record Recording(
            String contentType,
            int widthPx,
            int heightPx,
            @Nullable Long durationMs) implements Inspection {}

    /** It is not, or too much of one. */
    record Refused(Refusal refusal) implements Inspection {}
}
