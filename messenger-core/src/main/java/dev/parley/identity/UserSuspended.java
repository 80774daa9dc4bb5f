package dev.parley.identity;

import dev.parley.kernel.UserId;

/** An operator suspended a user; their sessions have ended. */
public record UserSuspended(UserId user) {}
