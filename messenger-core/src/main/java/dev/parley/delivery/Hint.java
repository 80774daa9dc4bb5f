package dev.parley.delivery;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node tells others. May get lost: that costs latency, never an entry. What is for a party goes to the nodes that have
 * connections of it, the rest to all nodes or to a single one.
 */
public sealed interface Hint {
    /** Inboxes have new entries, up to the given sequences; each position is for its party. */
    record InboxesGrew(List<Position> positions) implements Hint {
        public InboxesGrew {
            positions = List.copyOf(positions);
        }
    }

    /** @param newest inbox sequence */
    record Position(PartyRef party, long newest) {}

    /** The timeline has grown to a sequence. For all nodes. */
    record TimelineGrew(long newest) implements Hint {}

    /** Connected devices of a party get a signal. For the party. */
    record Signalled(PartyRef to, Signal signal) implements Hint {}

    /** Connections of a user end: those of one device, or all. For all nodes, since a user may act as several parties. */
    record UserEnded(UserId user, @Nullable DeviceId device) implements Hint {}

    /** Connections that act as a party end: those of one user, or all. For the party. */
    record PartyEnded(PartyRef party, @Nullable UserId user) implements Hint {}

    /** A party has come to a node or has left it. For the party {@code to}, who may know of it. */
    record PresenceTold(PartyRef to, PartyRef about, NodeId node, boolean online) implements Hint {}

    /** Is this party connected anywhere? For the party. @param by who wants to know, absent for the node itself */
    record PresenceAsked(PartyRef of, @Nullable PartyRef by, NodeId asker) implements Hint {}

    /** Yes, it is connected to this node. For the node that asked. */
    record PresenceConfirmed(
            NodeId asker, PartyRef about, @Nullable PartyRef by, NodeId node) implements Hint {}

    /** A node lives. For all nodes, every second. */
    record NodeLives(NodeId node) implements Hint {}

    /** A node stops, and its connections with it. For all nodes. */
    record NodeStops(NodeId node) implements Hint {}
}
