package dev.parley.delivery;

import dev.parley.delivery.Hint.PresenceAsked;
import dev.parley.delivery.Hint.PresenceConfirmed;
import dev.parley.delivery.Hint.PresenceTold;
import dev.parley.delivery.Signal.PresenceChanged;
import dev.parley.kernel.PartyRef;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Whether a party has a connected device now, on any node. Nothing of it is stored: nodes tell each other who comes and goes, ask when a
 * device connects, and forget what a node said that is not heard of any more ({@link Neighbours}).
 */
@Component
public class Presence implements NodeBus.Member {
    private final Connections connections;
    private final Elsewhere elsewhere;
    private final Node node;

    Presence(Connections connections, Elsewhere elsewhere, Node node) {
        this.connections = connections;
        this.elsewhere = elsewhere;
        this.node = node;
        node.add(this);
    }

    /** Whether a device of the party is connected here, or as far as is known, to another node. */
    public boolean online(PartyRef party) {
        return connections.online(party) || elsewhere.knows(party);
    }

    /** A party has its first connection here; its contacts are told, wherever they are. */
    public void came(PartyRef party, Collection<PartyRef> contacts) {
        tell(party, contacts, true);
        if (!node.isAlone()) {
            node.publish(new PresenceTold(party, party, node.id(), true));
            node.publish(new PresenceAsked(party, null, node.id()));
        }
    }

    /** A party has no connection here any more; its contacts are told, unless it is connected elsewhere. */
    public void left(PartyRef party, Collection<PartyRef> contacts) {
        tell(party, contacts, false);
        if (!node.isAlone()) {
            node.publish(new PresenceTold(party, party, node.id(), false));
        }
    }

    /** Asks the other nodes for parties; {@code by}'s devices here are told of those who are there. */
    public void ask(Collection<PartyRef> parties, PartyRef by) {
        if (!node.isAlone()) {
            parties.forEach(party -> node.publish(new PresenceAsked(party, by, node.id())));
        }
    }

    /** Tells the devices here, and only here, that a party is connected nowhere any more. */
    public void lost(PartyRef party, Collection<PartyRef> contacts) {
        if (!online(party)) {
            contacts.forEach(contact -> connections.signalHere(contact, new PresenceChanged(party, false)));
        }
    }

    private void tell(PartyRef party, Collection<PartyRef> contacts, boolean here) {
        var others = !node.isAlone();
        for (var contact : contacts) {
            if (here || !online(party)) {
                connections.signalHere(contact, new PresenceChanged(party, here));
            }
            if (others) {
                node.publish(new PresenceTold(contact, party, node.id(), here));
            }
        }
    }

    @Override
    public void heard(Hint hint) {
        switch (hint) {
            case PresenceTold(var to, var about, var by, var there) -> {
                if (there) {
                    elsewhere.confirmed(about, by);
                } else {
                    elsewhere.gone(about, by);
                }
                if (!to.equals(about) && (there || !online(about))) {
                    connections.signalHere(to, new PresenceChanged(about, there));
                }
            }
            case PresenceAsked(var of, var by, var asker) -> {
                if (connections.online(of)) {
                    node.publish(new PresenceConfirmed(asker, of, by, node.id()));
                }
            }
            case PresenceConfirmed(var _, var about, var by, var where) -> {
                elsewhere.confirmed(about, where);
                if (by != null) {
                    connections.signalHere(by, new PresenceChanged(about, true));
                }
            }
            default -> {}
        }
    }

    /** What was told meanwhile was not heard: {@link Neighbours} asks again. */
    @Override
    public void rejoined() {}
}
