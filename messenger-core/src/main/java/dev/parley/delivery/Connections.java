package dev.parley.delivery;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The connections of this node, by party. */
@Component
public class Connections {
    /** From now on the connection gets what is committed for its party. */
    public void register(LiveConnection connection) {
        throw new UnsupportedOperationException();
    }

    /** The connection is gone. Harmless when repeated. */
    public void unregister(LiveConnection connection) {
        throw new UnsupportedOperationException();
    }

    /** Whether the party has a connection here. */
    public boolean online(PartyRef party) {
        throw new UnsupportedOperationException();
    }

    /** The parties of a kind that are connected here; a view that follows changes. */
    public Set<PartyRef> connected(String kind) {
        throw new UnsupportedOperationException();
    }

    /** The number of connections here. */
    public int count() {
        throw new UnsupportedOperationException();
    }

    /** Hands one growth of the timeline to the connections here. Call after the commit, on every node. */
    public void timelineGrew(TimelineGrowth growth) {
        throw new UnsupportedOperationException();
    }

    /** Makes all connections of all nodes read the timeline up to a sequence. Call after the commit. */
    public void timelineGrew(long newest) {
        throw new UnsupportedOperationException();
    }

    /** Passing news for the devices of a party, on all nodes. */
    public void signal(PartyRef to, Signal signal) {
        throw new UnsupportedOperationException();
    }

    /** Ends the connections of a user on all nodes: those of one device, or all. */
    public void endUser(UserId user, @Nullable DeviceId device) {
        throw new UnsupportedOperationException();
    }

    /** Ends the connections that act as a party on all nodes, such as a suspended account: those of one user, or all. */
    public void endParty(PartyRef party, @Nullable UserId user) {
        throw new UnsupportedOperationException();
    }
}
