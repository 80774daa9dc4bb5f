package dev.parley.conversation;

import dev.parley.delivery.Carried;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation.
 *
 * @param sequence position; rises within a conversation in the order of commits, gaps are allowed
 * @param sender the party, and as what the other side knows it
 * @param author the team member who wrote in the name of an official account; for the eyes of the account's side only
 * @param automatic written by a rule and not by a person
 * @param push set for push messages that were merged in
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        long sequence,
        Member sender,
        @Nullable UserId author,
        boolean automatic,
        Instant sentAt,
        MessageBody body,
        @Nullable PushMark push)
        implements Carried {}
