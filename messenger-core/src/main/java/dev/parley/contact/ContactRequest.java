package dev.parley.contact;

import dev.parley.kernel.UserId;
import java.time.Instant;

/** A request that waits for its answer. */
public record ContactRequest(ContactRequestId id, UserId from, UserId to, Instant sentAt) {}
