package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an inbox.
 *
 * @param sequence inbox sequence: from 1, without gaps at the time of writing, in the order of commits
 * @param carried present when the entry comes straight from its writer, absent when it was read from the database
 */
public record InboxEntry(
        PartyRef party,
        long sequence,
        EntryContent content,
        @Nullable Carried carried) {}
