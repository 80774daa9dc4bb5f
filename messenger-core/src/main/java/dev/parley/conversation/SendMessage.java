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
 * @param origin which of the sender's connections sends it, absent when none does; travels along in {@link SentHere}
 */
public record SendMessage(
        ConversationId conversation,
        PartyRef sender,
        @Nullable UserId author,
        MessageBody body,
        IdempotencyKey key,
        boolean automatic,
        @Nullable Object origin) {
    /** A message that comes from no connection. */
    public SendMessage(
            ConversationId conversation,
            PartyRef sender,
            @Nullable UserId author,
            MessageBody body,
            IdempotencyKey key,
            boolean automatic) {
        this(conversation, sender, author, body, key, automatic, null);
    }

    /** A message that a user writes in their own name. */
    public static SendMessage from(UserId user, ConversationId conversation, MessageBody body, IdempotencyKey key) {
        return new SendMessage(conversation, PartyRef.user(user), null, body, key, false);
    }
}
