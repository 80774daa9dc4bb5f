package dev.parley.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to tell an endpoint something.
 *
 * @param status HTTP status of the answer; absent when there was none
 * @param error why it did not work, for people; absent when it did
 */
public record WebhookAttempt(
        UUID id,
        String event,
        Instant at,
        @Nullable Integer status,
        Duration duration,
        @Nullable String error) {}
