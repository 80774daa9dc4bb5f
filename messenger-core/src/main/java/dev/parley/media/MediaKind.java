package dev.parley.media;

import java.util.Locale;

/** What an upload is to be. */
public enum MediaKind {
    /** A picture: JPEG, PNG, WebP or GIF. */
    IMAGE(10),
    /** A video: MP4 or WebM. */
    VIDEO(25),
    /** Something to listen to: MP3, M4A, Ogg, WAV or WebM. */
    AUDIO(10),
    /** Something spoken, in the same formats. */
    VOICE(10),
    /** Anything at all, to keep and never to be shown. */
    FILE(25);

    private static final int MEGABYTE = 1024 * 1024;

    private final int largestMegabytes;

    MediaKind(int largestMegabytes) {
        this.largestMegabytes = largestMegabytes;
    }

    /** As on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Greatest size of an upload. */
    public long largestBytes() {
        return (long) largestMegabytes * MEGABYTE;
    }

    /** The same in MB, as people read it. */
    public int largestMegabytes() {
        return largestMegabytes;
    }
}
