package dev.parley.conversation;

import dev.parley.kernel.PartyRef;

/** A message that has been written, with its recipient. */
public record AcceptedMessage(Message message, PartyRef recipient) {}
