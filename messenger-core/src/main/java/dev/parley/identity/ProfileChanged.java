package dev.parley.identity;

import dev.parley.kernel.UserId;

/** A user's name or picture is another now. */
public record ProfileChanged(UserId user) {}
