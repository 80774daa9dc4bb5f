package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import java.util.List;

/** The node of these parties is not heard of any more, and they are connected nowhere else. Told on every node for itself. */
public record PartiesLost(List<PartyRef> parties) {
    public PartiesLost {
        parties = List.copyOf(parties);
    }
}
