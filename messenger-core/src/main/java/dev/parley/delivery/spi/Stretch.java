package dev.parley.delivery.spi;

import java.util.List;

/**
 * A part of the timeline.
 *
 * @param entries those that the reader sees, in rising order
 * @param through the timeline has been read up to and including this sequence; never below the sequence that was asked for. When it is
 *     below {@link Timeline#newest} there is more to read
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
