package dev.parley.conversation;

import dev.parley.kernel.ConversationId;

/** Where a message stands. */
public record MessageKey(ConversationId conversation, long sequence) {}
