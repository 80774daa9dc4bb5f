package dev.parley.conversation;

import dev.parley.delivery.ReceiptState;
import dev.parley.kernel.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands in the list of one of its members.
 *
 * @param other the other side; show its {@link Member#alias}
 * @param unread messages of the other side beyond what is displayed, counted up to 1,000; stored messages only
 * @param mine how far this member has acknowledged
 * @param theirs how far the other side has
 */
public record ConversationRow(
        ConversationId id,
        Member self,
        Member other,
        @Nullable Message lastMessage,
        int unread,
        ReceiptState mine,
        ReceiptState theirs,
        MemberSettings settings,
        Instant createdAt) {}
