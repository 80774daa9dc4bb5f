package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Says that a message came from a timeline and how it stood to the reader's dosage; set by the room that owns the timeline, absent for
 * stored messages.
 *
 * @param ordinal which one in its period, from 1
 * @param period {@code day}, {@code week} or {@code month}
 * @param limit how many the reader wants in a period, absent for every one
 * @param held whether it was kept for the digest
 */
public record PushMark(int ordinal, String period, @Nullable Integer limit, boolean held) {}
