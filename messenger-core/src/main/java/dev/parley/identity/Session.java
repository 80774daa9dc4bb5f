package dev.parley.identity;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** A user on one device, proven by a token. */
public record Session(
        UserId user,
        DeviceId device,
        String deviceName,
        String handle,
        String name,
        boolean operator,
        Instant createdAt) {}
