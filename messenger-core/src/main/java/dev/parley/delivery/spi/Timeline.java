package dev.parley.delivery.spi;

import dev.parley.kernel.PartyRef;

/**
 * A stream that is stored once for many readers and merged into each reader's inbox on reading. Its sequences are ordered by commit: what
 * is read up to {@link Stretch#through} never gets a later entry below it.
 */
public interface Timeline {
    /**
     * What the reader sees after a sequence. Reading on from any {@code through} equals reading everything at once. Readers that the
     * timeline does not know see nothing.
     *
     * @param limit greatest number of entries
     */
    Stretch read(PartyRef reader, long after, int limit);

    /** The newest sequence of the timeline, 0 while it is empty. */
    long newest();

    /**
     * Another node has made the timeline grow. The timeline hands its news to the connections here, all at once instead of having each of
     * them read; must not block.
     */
    void grewElsewhere(long newest);
}
