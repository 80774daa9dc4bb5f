package dev.parley.conversation.spi;

import dev.parley.conversation.MessageBody;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;

/**
 * A message that somebody wants to send.
 *
 * @param automatic written by a rule of an official account and not by a person
 */
public record Attempt(
        ConversationId conversation, PartyRef sender, PartyRef recipient, MessageBody body, boolean automatic) {}
