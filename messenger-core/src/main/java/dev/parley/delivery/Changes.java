package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the devices of a party that something of theirs has changed, so that they ask for it again. */
@Component
public class Changes {
    /**
     * Within a transaction the entry is written right before its commit, otherwise at once in a transaction of its own. The same news
     * twice in one transaction is told once.
     *
     * @param id which one has changed, absent for the whole list
     */
    public void announce(PartyRef party, ChangedThing what, @Nullable UUID id) {
        throw new UnsupportedOperationException();
    }
}
