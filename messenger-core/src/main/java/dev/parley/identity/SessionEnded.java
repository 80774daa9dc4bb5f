package dev.parley.identity;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.UserId;

/** A session ended (log-out, or a suspension); its connections must close. */
public record SessionEnded(UserId user, DeviceId device) {}
