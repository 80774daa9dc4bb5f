package dev.parley.delivery;

import java.security.SecureRandom;

/** One life of one node: a node that starts again is another one. */
public record NodeId(long value) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static NodeId random() {
        return new NodeId(RANDOM.nextLong());
    }

    @Override
    public String toString() {
        return Long.toHexString(value);
    }
}
