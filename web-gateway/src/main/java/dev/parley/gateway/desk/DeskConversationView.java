package dev.parley.gateway.desk;

import dev.parley.gateway.conversation.ConversationView.ReceiptsView;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.follow.FollowView.WindowView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the team sees it. Nothing in it says who the follower is.
 *
 * @param waitingSince the follower's first message that nobody has answered
 * @param theirs how far the follower has acknowledged
 * @param window when the team may write; null when the follower does not follow or has not written since
 * @param snooze null while it is awake
 * @param mentioned whether a note that I have not seen mentions me
 * @param followedSince when the present follow began; null when there is none
 */
@Schema(name = "DeskConversation", description = "A conversation as the team sees it.")
record DeskConversationView(
        UUID id,
        FollowerView follower,
        @Nullable MessageView lastMessage,
        int unread,
        ReceiptsView theirs,
        @Nullable Instant waitingSince,
        @Nullable WindowView window,
        @Nullable AssigneeView assignee,
        @Schema(allowableValues = {"open", "closed"}) String state,
        @Nullable SnoozeView snooze,
        List<UUID> tags,
        boolean mentioned,
        @Nullable Instant followedSince,
        boolean following) {

    /**
     * A follower as the account knows them.
     *
     * @param shape hexadecimal digits from which the follower's picture is drawn
     */
    @Schema(name = "Follower")
    record FollowerView(UUID id, String name, String shape) {}

    /** It sleeps. @param until null when only the follower's next message wakes it */
    @Schema(name = "Snooze")
    record SnoozeView(@Nullable Instant until) {}

    /** The team member who takes care. */
    @Schema(name = "Assignee")
    record AssigneeView(UUID id, String name) {}
}
