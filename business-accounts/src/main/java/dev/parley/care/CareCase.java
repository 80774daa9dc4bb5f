package dev.parley.care;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One matter of a follower's, from question to closing.
 *
 * @param firstAnswerAt when the first person answered; absent while nobody has
 * @param rating 1 to 5, absent when the follower was not asked or said nothing
 */
public record CareCase(
        UUID id,
        ConversationId conversation,
        Instant openedAt,
        @Nullable Instant firstAnswerAt,
        @Nullable UserId firstAnswerBy,
        @Nullable Instant closedAt,
        @Nullable UserId closedBy,
        @Nullable Integer rating) {}
