package dev.parley.gateway.conversation;

import dev.parley.delivery.ReceiptState;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.follow.FollowView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands in my list.
 *
 * @param party the other side
 * @param lastMessage the newest message, push messages that came at once included
 * @param unread messages of the other side that I have not displayed
 * @param mine how far I have acknowledged
 * @param theirs how far the other side has
 * @param muted without notification; for an official account the same as muting the follow
 * @param online whether a contact has a connected device; null for everybody else
 * @param follow how I follow the account; null for a user
 */
@Schema(name = "Conversation", description = "A conversation as it stands in my list.")
public record ConversationView(
        UUID id,
        PartyView party,
        @Nullable MessageView lastMessage,
        int unread,
        ReceiptsView mine,
        ReceiptsView theirs,
        boolean pinned,
        boolean muted,
        @Nullable Boolean online,
        @Nullable FollowView follow,
        Instant createdAt) {
    /** How far somebody has acknowledged a conversation, as message sequences; 0 for none. */
    @Schema(name = "Receipts")
    public record ReceiptsView(long delivered, long displayed) {
        /** As clients see it. */
        public static ReceiptsView of(ReceiptState state) {
            return new ReceiptsView(state.delivered(), state.displayed());
        }
    }
}
