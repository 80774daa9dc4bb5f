package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import org.springframework.stereotype.Component;

/** Whether a party has a connected device now. */
@Component
public class Presence {
    private final Connections connections;

    Presence(Connections connections) {
        this.connections = connections;
    }

    /** Whether a device of the party is connected. */
    public boolean online(PartyRef party) {
        return connections.online(party);
    }
}
