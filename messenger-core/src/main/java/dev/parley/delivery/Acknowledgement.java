package dev.parley.delivery;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;
import java.util.UUID;

/**
 * A member has acknowledged a conversation.
 *
 * @param by who
 * @param other the other side, which is told
 * @param seenAs what the other side knows of who acknowledged
 * @param delivered message sequence, 0 for no news
 * @param displayed message sequence, 0 for no news
 */
public record Acknowledgement(
        ConversationId conversation, PartyRef by, PartyRef other, UUID seenAs, long delivered, long displayed) {
    public Acknowledgement {
        delivered = Math.max(delivered, displayed); // what was displayed was delivered
        if (displayed < 0) {
            throw new IllegalArgumentException("displayed must not be negative: " + displayed);
        }
    }

    Acknowledgement and(Acknowledgement more) {
        return new Acknowledgement(
                conversation,
                by,
                other,
                seenAs,
                Math.max(delivered, more.delivered),
                Math.max(displayed, more.displayed));
    }
}
