package dev.parley.contact;

import dev.parley.kernel.UserId;

/** Two users, whichever is named first. */
record Pair(UserId lower, UserId higher) {
    static Pair of(UserId one, UserId other) {
        return one.value().compareTo(other.value()) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }
}
