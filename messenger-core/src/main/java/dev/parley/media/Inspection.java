package dev.parley.media;

import dev.parley.kernel.Refusal;

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

    /** It is not, or too much of one. */
    record Refused(Refusal refusal) implements Inspection {}
}
