package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame that carries a message of 100 bytes, written once per sender; only the digits of its key and of its time are replaced
 * before each sending. The text begins with the time at which it was sent, so that whoever gets it knows how long it took.
 */
final class MessageFrame {
    private static final int TEXT_LENGTH = 100;
    private static final int DIGITS = 16;
    private static final String ZEROS = "0".repeat(DIGITS);
    private static final String MARK = "~T";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;
    private final int keyAt;
    private final int timeAt;
    private long number;

    /** @param run what makes the keys of this run unlike those of another; ASCII */
    MessageFrame(String run, String conversation) {
        var head = "{\"type\":\"send\",\"key\":\"" + run + "-";
        var middle =
                ZEROS + "\",\"conversation\":\"" + conversation + "\",\"body\":{\"type\":\"text\",\"text\":\"" + MARK;
        var tail = ".".repeat(TEXT_LENGTH - MARK.length() - DIGITS) + "\"}}";
        keyAt = head.length();
        timeAt = head.length() + middle.length();
        bytes = (head + middle + ZEROS + tail).getBytes(StandardCharsets.US_ASCII);
    }

    /** The next message, which counts as sent at this time. The bytes are valid until the next call. */
    byte[] next(long nanoTime) {
        write(keyAt, number++);
        write(timeAt, nanoTime);
        return bytes;
    }

    private void write(int at, long value) {
        for (var digit = 0; digit < DIGITS; digit++) {
            bytes[at + digit] = HEX[(int) (value >>> 4 * (DIGITS - 1 - digit)) & 0xF];
        }
    }

    /**
     * Where the time of a message stands in a frame from the server; -1 when this frame carries none.
     *
     * @param likely where it stood in the last frame of this connection, which is tried first
     */
    static int find(ByteBuffer payload, int likely) {
        if (isMark(payload, likely)) {
            return likely;
        }
        var last = payload.remaining() - MARK.length() - DIGITS;
        for (var at = 0; at <= last; at++) {
            if (isMark(payload, at)) {
                return at;
            }
        }
        return -1;
    }

    /** The time at a place that {@link #find} has found. */
    static long sentAt(ByteBuffer payload, int found) {
        long value = 0;
        var from = payload.position() + found + MARK.length();
        for (var at = from; at < from + DIGITS; at++) {
            value = value << 4 | Character.digit(payload.get(at), 16);
        }
        return value;
    }

    private static boolean isMark(ByteBuffer payload, int at) {
        return at >= 0
                && at + MARK.length() + DIGITS <= payload.remaining()
                && payload.get(payload.position() + at) == '~'
                && payload.get(payload.position() + at + 1) == 'T';
    }
}
