package dev.parley.identity;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** A user as other users see it. */
public record UserCard(
        UserId id, String handle, String name, @Nullable MediaId picture, UserState state) {}
