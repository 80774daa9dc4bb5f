package dev.parley.identity;

import dev.parley.kernel.UserId;

/** An operator restored a suspended user. */
public record UserRestored(UserId user) {}
