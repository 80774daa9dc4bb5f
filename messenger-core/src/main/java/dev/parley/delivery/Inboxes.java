package dev.parley.delivery;

import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.List;
import org.springframework.stereotype.Component;

/** The inbox of each party: the ordered entries that its devices must see. */
@Component
public class Inboxes {
    /**
     * Appends entries within the caller's transaction (there must be one); after its commit they go to the live connections. Locks the
     * inboxes of all parties until then: append last.
     *
     * @return the entries with their sequences, in the given order
     */
    public List<InboxEntry> append(List<NewEntry> entries) {
        throw new UnsupportedOperationException();
    }

    /** Entries of a party after an inbox sequence, in rising order, at most {@code limit}. */
    public List<InboxEntry> read(PartyRef party, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The newest inbox sequence of a party, 0 before the first. */
    public long newest(PartyRef party) {
        throw new UnsupportedOperationException();
    }

    /** Where a device stands that has read everything there is now, of inbox and timeline. Ask for it before reading that everything. */
    public Cursor newestCursor(PartyRef party) {
        throw new UnsupportedOperationException();
    }
}
