package dev.parley.delivery;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one node tells the others. May get lost: that costs latency, never an entry. */
public sealed interface Hint {
    /** Inboxes have new entries, up to the given sequences. */
    record InboxesGrew(List<Position> positions) implements Hint {
        public InboxesGrew {
            positions = List.copyOf(positions);
        }
    }

    /** @param newest inbox sequence */
    record Position(PartyRef party, long newest) {}

    /** The timeline has grown to a sequence. */
    record TimelineGrew(long newest) implements Hint {}

    /** Connected devices of a party get a signal. */
    record Signalled(PartyRef to, Signal signal) implements Hint {}

    /** Connections of a user end: those of one device, or all. */
    record UserEnded(UserId user, @Nullable DeviceId device) implements Hint {}

    /** Connections that act as a party end: those of one user, or all. */
    record PartyEnded(PartyRef party, @Nullable UserId user) implements Hint {}
}
