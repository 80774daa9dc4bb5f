package dev.parley.delivery;

import dev.parley.delivery.spi.Timeline;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The inbox of each party: the ordered entries that its devices must see.
 *
 * <p>Law: reading on from any sequence equals a fresh read. It holds because a writer locks the head of an inbox before it takes
 * sequences from it and until it has committed: what is visible up to a sequence never gets anything below it. Entries that a later one
 * makes superfluous (receipts, changes) are removed when the later one is written.
 */
@Component
public class Inboxes {
    private final EntryRows rows;
    private final Connections connections;
    private final ObjectProvider<Timeline> timeline;

    Inboxes(EntryRows rows, Connections connections, ObjectProvider<Timeline> timeline) {
        this.rows = rows;
        this.connections = connections;
        this.timeline = timeline;
    }

    /**
     * Locks the inboxes of the parties until the end of the caller's transaction (there must be one), in an order that is the same for
     * everybody. Lock all of them at once, and late.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<PartyRef> parties) {
        var appending = Appending.current(this);
        var missing = new HashSet<UUID>();
        for (var party : parties) {
            if (!appending.locked.contains(party.id())) {
                missing.add(party.id());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        appending.locked.addAll(missing);
        missing.removeAll(rows.lock(missing.toArray(UUID[]::new)));
        if (!missing.isEmpty()) { // the first entry of these parties
            rows.createHeads(missing.toArray(UUID[]::new));
            rows.lock(missing.toArray(UUID[]::new));
        }
    }

    /**
     * Appends entries within the caller's transaction (there must be one); after its commit they go to the live connections. Locks the
     * inboxes of all parties until then: append last.
     *
     * @return the entries with their sequences, in the given order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<InboxEntry> append(List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var parties = new HashSet<PartyRef>();
        var counts = new LinkedHashMap<UUID, Integer>();
        for (var entry : entries) {
            parties.add(entry.party());
            counts.merge(entry.party().id(), 1, Integer::sum);
        }
        lock(parties);
        var next = firstSequences(counts);
        var appended = new ArrayList<InboxEntry>(entries.size());
        for (var entry : entries) {
            var sequence = next.merge(entry.party().id(), 1L, Long::sum) - 1;
            appended.add(new InboxEntry(entry.party(), sequence, entry.content(), entry.carried()));
        }
        rows.insert(appended);
        Appending.current(this).entries.addAll(appended);
        return List.copyOf(appended);
    }

    /** Entries of a party after an inbox sequence, in rising order, at most {@code limit}. */
    public List<InboxEntry> read(PartyRef party, long after, int limit) {
        return rows.read(party, after, limit);
    }

    /** The newest inbox sequence of a party, 0 before the first. */
    public long newest(PartyRef party) {
        return newest(List.of(party)).getOrDefault(party, 0L);
    }

    /** The newest inbox sequences of several parties; those without an entry are left out. */
    public Map<PartyRef, Long> newest(Collection<PartyRef> parties) {
        var found = rows.newest(parties.stream().map(PartyRef::id).toArray(UUID[]::new));
        var newest = new HashMap<PartyRef, Long>();
        for (var party : parties) {
            var sequence = found.get(party.id());
            if (sequence != null) {
                newest.put(party, sequence);
            }
        }
        return newest;
    }

    /** Where a device stands that has read everything there is now, of inbox and timeline. Ask for it before reading that everything. */
    public Cursor newestCursor(PartyRef party) {
        var stream = timeline.getIfAvailable();
        return new Cursor(newest(party), stream == null ? 0 : stream.newest());
    }

    /** The newest cursors of several parties, as {@link #newestCursor}. */
    public Map<PartyRef, Cursor> newestCursors(Collection<PartyRef> parties) {
        var stream = timeline.getIfAvailable();
        var push = stream == null ? 0 : stream.newest();
        var sequences = newest(parties);
        var cursors = new HashMap<PartyRef, Cursor>();
        parties.forEach(party -> cursors.put(party, new Cursor(sequences.getOrDefault(party, 0L), push)));
        return cursors;
    }

    private Map<UUID, Long> firstSequences(Map<UUID, Integer> counts) {
        var positions = rows.advance(counts);
        positions.replaceAll((party, newest) -> newest - counts.getOrDefault(party, 0) + 1);
        return positions;
    }

    /** What one transaction has locked and appended; handed over once it has committed. */
    private static final class Appending implements TransactionSynchronization {
        private final Inboxes inboxes;
        private final Set<UUID> locked = new HashSet<>();
        private final List<InboxEntry> entries = new ArrayList<>();

        private Appending(Inboxes inboxes) {
            this.inboxes = inboxes;
        }

        static Appending current(Inboxes inboxes) {
            if (TransactionSynchronizationManager.getResource(inboxes) instanceof Appending present) {
                return present;
            }
            var appending = new Appending(inboxes);
            TransactionSynchronizationManager.bindResource(inboxes, appending);
            TransactionSynchronizationManager.registerSynchronization(appending);
            return appending;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(inboxes);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(inboxes, this);
        }

        @Override
        public void afterCommit() {
            inboxes.connections.committed(entries);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(inboxes);
        }
    }
}
