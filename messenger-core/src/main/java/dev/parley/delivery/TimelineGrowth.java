package dev.parley.delivery;

import dev.parley.delivery.spi.TimelineEntry;
import dev.parley.kernel.PartyRef;
import java.util.Map;

/**
 * What the readers of this node see of one growth of the timeline. Connections that stand at {@code after} or beyond take their entry
 * straight from here; others read the timeline.
 *
 * @param after newest sequence of the timeline before it grew
 * @param through newest sequence now
 * @param entries for each reader who sees something, what they see; all other connected readers see nothing between the two
 */
public record TimelineGrowth(long after, long through, Map<PartyRef, TimelineEntry> entries) {
    public TimelineGrowth {
        entries = Map.copyOf(entries);
    }
}
