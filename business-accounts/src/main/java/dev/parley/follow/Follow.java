package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One follow, as it was when it was read.
 *
 * @param endedAt when it ended; absent while it goes on
 * @param conversation where user and account write to each other; the same for every follow of the two
 */
public record Follow(
        FollowId id,
        OfficialAccountId account,
        UserId user,
        FollowerId follower,
        ConversationId conversation,
        Instant startedAt,
        @Nullable Instant endedAt,
        Source source,
        boolean muted) {}
