package dev.parley.conversation;

import dev.parley.kernel.ConversationId;

/** A conversation as one of its members sees it. Never changes. */
public record Membership(ConversationId conversation, Member self, Member other) {}
