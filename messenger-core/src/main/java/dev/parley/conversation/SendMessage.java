package dev.parley.conversation;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Send a message.
 *
 * @param author the team member who writes in the name of an official account, absent otherwise
 * @param key the same sender and key mean the same message
 * @param automatic written by a rule and not by a person
 */
public record SendMessage(
        ConversationId conversation,
        PartyRef sender,
        @Nullable UserId author,
        MessageBody body,
        IdempotencyKey key,
        boolean automatic) {
    /** A message that a user writes in their own name. */
    public static SendMessage from(UserId user, ConversationId conversation, MessageBody body, IdempotencyKey key) {
        return new SendMessage(conversation, PartyRef.user(user), null, body, key, false);
    }
}
