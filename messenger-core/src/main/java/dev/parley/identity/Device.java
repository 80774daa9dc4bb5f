package dev.parley.identity;

import dev.parley.kernel.DeviceId;
import java.time.Instant;

/** One of a user's devices. */
public record Device(DeviceId id, String name, Instant createdAt, Instant lastSeenAt) {}
