package dev.parley.delivery.spi;

import java.util.List;

/**
 * A part of the timeline.
 *
 * @param entries those that the reader sees, in rising order
 * @param through the timeline has been read up to and including this sequence: the newest one at the time of reading, unless the limit was
 *     reached before; never below the sequence that was asked for
 */
public record Stretch(List<TimelineEntry> entries, long through) {
    public Stretch {
        entries = List.copyOf(entries);
    }

    /** Nothing after the given sequence. */
    public static Stretch nothing(long after) {
        return new Stretch(List.of(), after);
    }
}
