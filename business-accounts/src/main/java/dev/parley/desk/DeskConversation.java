package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the team sees it.
 *
 * @param waitingSince the follower's first message that nobody has answered, or when a snooze ended; absent when nobody waits
 * @param assignee the team member who takes care; absent for nobody
 * @param snooze absent while it is awake
 * @param tags in the order in which they were put on
 * @param lastSequence sequence of the last message, 0 for none
 */
public record DeskConversation(
        OfficialAccountId account,
        ConversationId conversation,
        FollowerId follower,
        @Nullable Instant waitingSince,
        @Nullable UserId assignee,
        boolean open,
        @Nullable Snooze snooze,
        List<TagId> tags,
        long lastSequence,
        Instant lastAt) {
    public DeskConversation {
        tags = List.copyOf(tags);
    }
}
