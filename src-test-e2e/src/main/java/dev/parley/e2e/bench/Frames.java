package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the little that the generator must know of a frame, without parsing it. */
final class Frames {
    private Frames() {}

    static boolean startsWith(ByteBuffer payload, String prefix) {
        if (payload.remaining() < prefix.length()) {
            return false;
        }
        for (var i = 0; i < prefix.length(); i++) {
            if (payload.get(payload.position() + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isRefusal(ByteBuffer payload) {
        return startsWith(payload, "{\"type\":\"refused\"") || startsWith(payload, "{\"type\":\"error\"");
    }

    static boolean isMessage(ByteBuffer payload) {
        return startsWith(payload, "{\"type\":\"message\"");
    }

    static String text(ByteBuffer payload) {
        return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }

    /** The value of the first field of this name, as it stands there, without quotation marks. */
    static String field(String frame, String name) {
        var at = frame.indexOf("\"" + name + "\":");
        if (at < 0) {
            throw new IllegalArgumentException("no field " + name + " in " + frame);
        }
        var from = at + name.length() + 3;
        var quoted = frame.charAt(from) == '"';
        var end = from + 1;
        while (end < frame.length() && (quoted ? frame.charAt(end) != '"' : ",}".indexOf(frame.charAt(end)) < 0)) {
            end++;
        }
        return frame.substring(quoted ? from + 1 : from, end);
    }
}
