package dev.parley.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/**
 * Takes out of a picture what its camera noted: place, time, owner, an earlier version. The picture itself is not encoded again. Of a JPEG the note which
 * way is up is kept, since it changes what one sees. Throws {@link IOException} for a file whose structure is broken.
 */
final class CameraNotes {
    private static final int JPEG_END = 0xD9;
    private static final int JPEG_SCAN = 0xDA;
    private static final int JPEG_COMMENT = 0xFE;
    private static final int JPEG_JFIF = 0xE0;
    private static final int JPEG_FIRST_NOTE = 0xE1;
    private static final int JPEG_COLOR_PROFILE = 0xE2;
    private static final int JPEG_LAST_NOTE = 0xED; // the next one, Adobe's, tells the colour space
    private static final int PNG_SIGNATURE = 8;
    private static final int PNG_FRAME_OF_CHUNK = 12;
    private static final Set<String> PNG_NOTES = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");
    private static final Set<String> WEBP_NOTES = Set.of("EXIF", "XMP ");
    private static final int RIFF_HEADER = 12;
    private static final int RIFF_FRAME_OF_CHUNK = 8;
    private static final int WEBP_NOTE_FLAGS = 0x0C;

    private CameraNotes() {}

    static byte[] removedFrom(PictureType type, byte[] content, int exifOrientation) throws IOException {
        try {
            return switch (type) {
                case JPEG -> jpeg(content, exifOrientation);
                case PNG -> png(content);
                case WEBP -> webp(content);
                case GIF -> content; // no camera writes it
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the structure of the " + type + " is broken", e);
        }
    }

    /** The Exif segment of a JPEG, from the word "Exif" on; empty when there is none. */
    static byte[] exif(byte[] jpeg) {
        var at = 2;
        while (at + 4 < jpeg.length && unsigned(jpeg, at) == 0xFF) {
            var marker = unsigned(jpeg, at + 1);
            var next = marker == 0xFF ? at + 1 : at + 2 + (unsigned(jpeg, at + 2) << 8 | unsigned(jpeg, at + 3));
            if (marker == JPEG_SCAN || next > jpeg.length) {
                break;
            }
            if (marker == JPEG_FIRST_NOTE && next - at > 8 && name(jpeg, at + 4).equals("Exif")) {
                return Arrays.copyOfRange(jpeg, at + 4, next);
            }
            at = next;
        }
        return new byte[0];
    }

    private static byte[] jpeg(byte[] content, int exifOrientation) throws IOException {
        var output = new ByteArrayOutputStream(content.length);
        output.write(content, 0, 2);
        var noted = exifOrientation == 1;
        var at = 2;
        while (at < content.length) {
            if (unsigned(content, at) != 0xFF) {
                throw new IOException("a JPEG marker is missing at " + at);
            }
            var marker = unsigned(content, at + 1);
            if (marker == 0xFF) {
                at++; // filling
                continue;
            }
            if (marker == JPEG_END) {
                break; // what stands behind is no part of the picture
            }
            var next = at + 2 + (unsigned(content, at + 2) << 8 | unsigned(content, at + 3));
            if (marker == JPEG_SCAN) {
                next = endOfScan(content, next);
            }
            if (!noted && marker != JPEG_JFIF) { // which must stay the first
                output.write(orientationNote(exifOrientation));
                noted = true;
            }
            if (!isJpegNote(marker)) {
                output.write(content, at, Math.min(next, content.length) - at);
            }
            at = next;
        }
        output.write(0xFF);
        output.write(JPEG_END);
        return output.toByteArray();
    }

    private static boolean isJpegNote(int marker) {
        return marker == JPEG_COMMENT
                || (marker >= JPEG_FIRST_NOTE && marker <= JPEG_LAST_NOTE && marker != JPEG_COLOR_PROFILE);
    }

    private static int endOfScan(byte[] content, int from) {
        var at = from;
        while (at + 1 < content.length) {
            var next = unsigned(content, at + 1);
            var isMarker = unsigned(content, at) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7);
            if (isMarker) {
                return at;
            }
            at++;
        }
        return content.length;
    }

    /** An Exif segment with one entry (Exif 2.32, section 4.6.4: tag 0x0112). */
    private static byte[] orientationNote(int exifOrientation) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
                .put(new byte[] {'M', 'M', 0, '*'})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) exifOrientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static byte[] png(byte[] content) {
        var output = new ByteArrayOutputStream(content.length);
        output.write(content, 0, PNG_SIGNATURE);
        var at = PNG_SIGNATURE;
        var chunk = "";
        while (at < content.length && !chunk.equals("IEND")) {
            var buffer = ByteBuffer.wrap(content, at, RIFF_FRAME_OF_CHUNK);
            var length = Math.addExact(notNegative(buffer.getInt()), PNG_FRAME_OF_CHUNK);
            chunk = name(content, at + 4);
            if (!PNG_NOTES.contains(chunk)) {
                output.write(content, at, Math.min(length, content.length - at));
            }
            at = Math.addExact(at, length);
        }
        return output.toByteArray();
    }

    private static byte[] webp(byte[] content) {
        var output = new ByteArrayOutputStream(content.length);
        output.write(content, 0, RIFF_HEADER);
        var at = RIFF_HEADER;
        while (at + RIFF_FRAME_OF_CHUNK <= content.length) {
            var size = ByteBuffer.wrap(content, at + 4, 4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            var length = Math.addExact(notNegative(size), RIFF_FRAME_OF_CHUNK + (size & 1));
            if (!WEBP_NOTES.contains(name(content, at))) {
                output.write(content, at, Math.min(length, content.length - at));
            }
            at = Math.addExact(at, length);
        }
        var kept = output.toByteArray();
        ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).putInt(4, kept.length - 8);
        if (kept.length > RIFF_HEADER + RIFF_FRAME_OF_CHUNK
                && name(kept, RIFF_HEADER).equals("VP8X")) {
            kept[RIFF_HEADER + RIFF_FRAME_OF_CHUNK] &= (byte) ~WEBP_NOTE_FLAGS;
        }
        return kept;
    }

    private static int notNegative(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("a length is negative: " + length);
        }
        return length;
    }

    private static String name(byte[] content, int at) {
        return "" + (char) content[at] + (char) content[at + 1] + (char) content[at + 2] + (char) content[at + 3];
    }

    private static int unsigned(byte[] content, int at) {
        return Byte.toUnsignedInt(content[at]);
    }
}
