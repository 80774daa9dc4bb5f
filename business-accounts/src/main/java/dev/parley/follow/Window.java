package dev.parley.follow;

import java.time.Instant;

/** The time after a user's own message in which the account may write to that user directly. */
public record Window(Instant opensAt, Instant closesAt) {
    /** Whether the account may write at this time. */
    public boolean open(Instant at) {
        return at.isBefore(closesAt);
    }
}
