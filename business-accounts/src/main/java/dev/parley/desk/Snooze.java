package dev.parley.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation sleeps: it stands in no list but its own until somebody needs it again. The follower's next message always wakes it.
 *
 * @param until when it wakes by itself; absent when only the follower wakes it
 */
public record Snooze(@Nullable Instant until) {}
