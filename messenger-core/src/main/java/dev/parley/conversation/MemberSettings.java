package dev.parley.conversation;

/** How a member wants a conversation to stand in the list. @param pinned above the others @param muted without notification */
public record MemberSettings(boolean pinned, boolean muted) {}
