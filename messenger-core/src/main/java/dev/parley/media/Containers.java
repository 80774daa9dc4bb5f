package dev.parley.media;

import dev.parley.media.Inspection.Recording;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads as much of the containers of video and audio as is needed to know what they are and how long they play. Trusts no length that
 * they tell: everything is read within the bytes that are there, and each step goes forward.
 */
final class Containers {
    private static final int LONGEST_HOURS = 24;

    private Containers() {}

    /** What it is, when it is MP4, WebM, Ogg, WAV or MP3. */
    static Optional<Recording> read(byte[] content) {
        try {
            if (starts(content, 4, "ftyp")) {
                return Optional.of(Mp4.read(content));
            }
            if (content.length > 4 && ByteBuffer.wrap(content).getInt() == 0x1A45DFA3) {
                return WebM.read(content);
            }
            if (starts(content, 0, "OggS")) {
                return Ogg.read(content);
            }
            if (starts(content, 0, "RIFF") && starts(content, 8, "WAVE")) {
                return Optional.of(wav(content));
            }
            return Mp3.read(content);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException _) {
            return Optional.empty(); // it ends where something should still come
        }
    }

    static boolean starts(byte[] content, int at, String mark) {
        var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (at < 0 || content.length < at + bytes.length) {
            return false;
        }
        for (var i = 0; i < bytes.length; i++) {
            if (content[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** A length that can be one; nobody is told nonsense that a broken file says. */
    static @Nullable Long plausible(double milliseconds) {
        return milliseconds > 0 && milliseconds <= LONGEST_HOURS * 3_600_000.0 ? Math.round(milliseconds) : null;
    }

    private static Recording wav(byte[] content) {
        var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var bytesPerSecond = 0L;
        var data = -1L;
        for (var at = 12L; at + 8 <= content.length; ) {
            var size = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
            if (starts(content, (int) at, "fmt ") && at + 20 <= content.length) {
                bytesPerSecond = Integer.toUnsignedLong(bytes.getInt((int) at + 16));
            } else if (starts(content, (int) at, "data")) {
                data = Math.min(size, content.length - at - 8);
            }
            at += 8 + size + (size & 1);
        }
        return new Recording(
                "audio/wav", 0, 0, data < 0 || bytesPerSecond == 0 ? null : plausible(data * 1_000.0 / bytesPerSecond));
    }

    /** Boxes within boxes. */
    private static final class Mp4 {
        private final ByteBuffer bytes;
        private double durationMs;
        private int widthPx;
        private int heightPx;
        private boolean hasVideo;

        private Mp4(byte[] content) {
            this.bytes = ByteBuffer.wrap(content);
        }

        static Recording read(byte[] content) {
            var mp4 = new Mp4(content);
            mp4.walk(0, content.length, 0);
            var audioOnly = starts(content, 8, "M4A ") || starts(content, 8, "M4B ") || !mp4.hasVideo;
            return audioOnly
                    ? new Recording("audio/mp4", 0, 0, plausible(mp4.durationMs))
                    : new Recording("video/mp4", mp4.widthPx, mp4.heightPx, plausible(mp4.durationMs));
        }

        private void walk(long from, long to, int depth) {
            for (var at = from; at + 8 <= to; ) {
                var size = Integer.toUnsignedLong(bytes.getInt((int) at));
                var type = bytes.getInt((int) at + 4);
                var head = 8;
                if (size == 1) {
                    size = bytes.getLong((int) at + 8);
                    head = 16;
                } else if (size == 0) {
                    size = to - at;
                }
                if (size < head || size > to - at) {
                    return;
                }
                look(type, at + head, at + size, depth);
                at += size;
            }
        }

        private void look(int type, long from, long to, int depth) {
            switch (type) {
                case 0x6D6F6F76, 0x7472616B, 0x6D646961 -> { // moov, trak, mdia
                    if (depth < 4) {
                        walk(from, to, depth + 1);
                    }
                }
                case 0x6D766864 -> movie((int) from); // mvhd
                case 0x746B6864 -> track((int) from, (int) to); // tkhd
                case 0x68646C72 -> hasVideo |= bytes.getInt((int) from + 8) == 0x76696465; // hdlr, vide
                default -> {
                    // says nothing that is asked for
                }
            }
        }

        private void movie(int at) {
            var wide = bytes.get(at) == 1;
            var scale = Integer.toUnsignedLong(bytes.getInt(at + (wide ? 20 : 12)));
            var duration = wide ? bytes.getLong(at + 24) : Integer.toUnsignedLong(bytes.getInt(at + 16));
            if (scale > 0) {
                durationMs = duration * 1_000.0 / scale;
            }
        }

        private void track(int from, int to) {
            var width = bytes.getInt(to - 8) >>> 16;
            var height = bytes.getInt(to - 4) >>> 16;
            if (to - 8 > from && width > widthPx) {
                widthPx = width;
                heightPx = height;
            }
        }
    }

    /** Elements of EBML: a number that names it, its length, its content. */
    private static final class WebM {
        private static final long UNKNOWN = -1;

        private final ByteBuffer bytes;
        private boolean isWebM;
        private boolean hasVideo;
        private double scale = 1_000_000;
        private double duration;
        private int widthPx;
        private int heightPx;

        private WebM(byte[] content) {
            this.bytes = ByteBuffer.wrap(content);
        }

        static Optional<Recording> read(byte[] content) {
            var webm = new WebM(content);
            try {
                webm.walk(content.length);
            } catch (BufferUnderflowException | IllegalArgumentException _) {
                // cut off: what was read so far stands
            }
            if (!webm.isWebM) {
                return Optional.empty();
            }
            var milliseconds = plausible(webm.duration * webm.scale / 1_000_000);
            return Optional.of(
                    webm.hasVideo
                            ? new Recording("video/webm", webm.widthPx, webm.heightPx, milliseconds)
                            : new Recording("audio/webm", 0, 0, milliseconds));
        }

        private void walk(int end) {
            while (bytes.position() < end) {
                var id = number(false);
                var size = number(true);
                var from = bytes.position();
                if (id == 0x1F43B675) { // cluster: from here on it plays
                    return;
                }
                switch ((int) id) {
                    case 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0 -> {
                        continue; // header, segment, info, tracks, track, video: what is asked for stands in them
                    }
                    case 0x4282 -> isWebM = text(size).equals("webm");
                    case 0x2AD7B1 -> scale = integer(size);
                    case 0x4489 -> duration = size == 4 ? bytes.getFloat() : bytes.getDouble();
                    case 0x83 -> hasVideo |= integer(size) == 1;
                    case 0xB0 -> widthPx = pixels(size);
                    case 0xBA -> heightPx = pixels(size);
                    default -> {
                        // says nothing that is asked for
                    }
                }
                if (size == UNKNOWN || from + size > end || size < 0) {
                    return;
                }
                bytes.position((int) (from + size));
            }
        }

        private long number(boolean withoutMark) {
            var first = Byte.toUnsignedInt(bytes.get());
            var length = Integer.numberOfLeadingZeros(first) - 23;
            if (length > 8) {
                throw new IllegalArgumentException("no EBML number");
            }
            long value = withoutMark ? first & (0xFF >> length) : first;
            var allOnes = withoutMark && value == (0xFF >> length);
            for (var i = 1; i < length; i++) {
                var next = Byte.toUnsignedInt(bytes.get());
                allOnes &= next == 0xFF;
                value = value << 8 | next;
            }
            return allOnes ? UNKNOWN : value;
        }

        private long integer(long size) {
            long value = 0;
            for (var i = 0; i < Math.min(size, 8); i++) {
                value = value << 8 | Byte.toUnsignedLong(bytes.get());
            }
            return value;
        }

        private int pixels(long size) {
            return (int) Math.clamp(integer(size), 0, 100_000);
        }

        private String text(long size) {
            var read = new byte[(int) Math.clamp(size, 0, 16)];
            bytes.get(read);
            return new String(read, StandardCharsets.ISO_8859_1);
        }
    }

    /** Pages, the last of which says where it ends. */
    private static final class Ogg {
        private Ogg() {}

        static Optional<Recording> read(byte[] content) {
            var body = 27 + Byte.toUnsignedInt(content[26]);
            var bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            double perSecond;
            var skipped = 0;
            if (starts(content, body, "OpusHead")) {
                perSecond = 48_000; // whatever it was recorded with
                skipped = Short.toUnsignedInt(bytes.getShort(body + 10));
            } else if (starts(content, body + 1, "vorbis")) {
                perSecond = Integer.toUnsignedLong(bytes.getInt(body + 12));
            } else {
                return Optional.empty();
            }
            var last = -1;
            for (var at = content.length - 27; at >= 0 && last < 0; at--) {
                if (starts(content, at, "OggS")) {
                    last = at;
                }
            }
            var ends = last < 0 ? 0 : bytes.getLong(last + 6);
            return Optional.of(new Recording(
                    "audio/ogg", 0, 0, perSecond == 0 ? null : plausible((ends - skipped) * 1_000.0 / perSecond)));
        }
    }

    /** Frames one behind the other, each with a head of its own. */
    private static final class Mp3 {
        private static final int[][] KBIT = {
            {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0},
            {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0}
        };
        private static final int[] HERTZ = {44_100, 48_000, 32_000, 0};

        private Mp3() {}

        static Optional<Recording> read(byte[] content) {
            var at = 0;
            if (starts(content, 0, "ID3") && content.length > 10) {
                at = 10
                        + ((content[6] & 0x7F) << 21
                                | (content[7] & 0x7F) << 14
                                | (content[8] & 0x7F) << 7
                                | content[9] & 0x7F);
            }
            var frames = 0;
            var milliseconds = 0.0;
            while (at + 4 <= content.length) {
                var head = ByteBuffer.wrap(content, at, 4).getInt();
                var version = head >>> 19 & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
                var layer = head >>> 17 & 3; // 1 is layer III
                if (head >>> 21 != 0x7FF || version == 1 || layer != 1) {
                    break;
                }
                var kbit = KBIT[version == 3 ? 0 : 1][head >>> 12 & 15];
                var hertz = HERTZ[head >>> 10 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
                if (kbit == 0 || hertz == 0) {
                    break;
                }
                var samples = version == 3 ? 1_152 : 576;
                at += samples / 8 * kbit * 1_000 / hertz + (head >>> 9 & 1);
                milliseconds += samples * 1_000.0 / hertz;
                frames++;
            }
            return frames < 2
                    ? Optional.empty()
                    : Optional.of(new Recording("audio/mpeg", 0, 0, plausible(milliseconds)));
        }
    }
}
