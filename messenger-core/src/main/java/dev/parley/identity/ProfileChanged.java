package dev.parley.identity;

import dev.parley.kernel.UserId;

/** Something in a user's profile is another now: name, picture, locale or time zone. */
public record ProfileChanged(UserId user) {}
