package dev.parley.identity;

import dev.parley.kernel.UserId;

/** A user's name, picture or time zone is another now. */
public record ProfileChanged(UserId user) {}
