package dev.parley.media;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of pictures that are stored. */
enum PictureType {
    JPEG("image/jpeg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif");

    private final String contentType;
    private final String format;

    PictureType(String contentType, String format) {
        this.contentType = contentType;
        this.format = format;
    }

    static Optional<PictureType> of(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findAny();
    }

    String contentType() {
        return contentType;
    }

    /** Name of the format in Java's image I/O. */
    String format() {
        return format;
    }
}
