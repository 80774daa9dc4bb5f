package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/** Change settings; what is absent stays. */
public record ChangeSettings(
        @Nullable Boolean pinned, @Nullable Boolean muted) {}
