package dev.parley.delivery;

import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.spi.Timeline;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The inbox of each party: the ordered entries that its devices must see.
 *
 * <p>Law: reading on from any sequence equals a fresh read. It holds because a writer locks an inbox before it takes
 * sequences from it and until it has committed: what is visible up to a sequence never gets anything below it. Entries that a later one
 * makes superfluous (receipts, changes) are removed when the later one is written.
 */
@Component
public class Inboxes {
    private final EntryRows rows;
    private final InboxHeads heads;
    private final Connections connections;
    private final ObjectProvider<Timeline> timeline;

    Inboxes(EntryRows rows, InboxHeads heads, Connections connections, ObjectProvider<Timeline> timeline) {
        this.rows = rows;
        this.heads = heads;
        this.connections = connections;
        this.timeline = timeline;
    }

    /**
     * Runs one transaction of the message path, to its end: the newest sequences of the parties' inboxes are taken from memory as long as
     * nobody else has appended to them. The caller is in no transaction yet, and has no other one for any of the parties.
     */
    public <T> T withHeadsInMemory(Set<UUID> parties, Supplier<T> transaction) {
        return heads.use(parties, transaction);
    }

    /**
     * Locks the inboxes of the parties until the end of the caller's transaction (there must be one), in an order that is the same for
     * everybody. Lock all of them at once, and late.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<PartyRef> parties) {
        lock(parties, Set.of());
    }

    /** As {@link #lock(Collection)}. @return those of the keys under which their senders have sent something already */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<SentKey, MessageArrived> lock(Collection<PartyRef> parties, Collection<SentKey> keys) {
        var appending = Appending.current(this);
        var missing = new HashSet<UUID>();
        for (var party : parties) {
            if (!appending.heads.containsKey(party.id())) {
                missing.add(party.id());
            }
        }
        if (missing.isEmpty()) {
            return keys.isEmpty() ? Map.of() : rows.sent(keys);
        }
        var locked = rows.lock(missing, heads.writer(), keys);
        var unknown = new HashSet<UUID>();
        for (var party : missing) {
            var head = appending.inMemory.contains(party)
                            && !locked.writtenByOthers().contains(party)
                    ? heads.get(party)
                    : null;
            if (head == null) {
                unknown.add(party);
            } else {
                appending.heads.put(party, head);
            }
        }
        lookUp(appending, unknown);
        return locked.sent();
    }

    /**
     * Changes whenever something else than the message path of this node may have appended to the inbox. Whoever changes what a party may
     * do appends to its inbox in the same transaction; so what was found out under the same edition still holds.
     *
     * @param party locked in the caller's transaction
     */
    public long edition(PartyRef party) {
        return Appending.current(this).head(party).edition();
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
        lock(entries.stream().map(NewEntry::party).collect(Collectors.toSet()));
        var appending = Appending.current(this);
        var appended = new ArrayList<InboxEntry>(entries.size());
        for (var entry : entries) {
            appended.add(
                    new InboxEntry(entry.party(), appending.next(entry.party()), entry.content(), entry.carried()));
        }
        rows.insert(appended);
        appending.entries.addAll(appended);
        return List.copyOf(appended);
    }

    /** Those of the keys under which their senders have sent something already. */
    public Map<SentKey, MessageArrived> sent(Collection<SentKey> keys) {
        return rows.sent(keys);
    }

    private void lookUp(Appending appending, Set<UUID> parties) {
        if (parties.isEmpty()) {
            return;
        }
        var newest = rows.newest(parties.toArray(UUID[]::new));
        var mine = new HashSet<UUID>();
        var nobodys = new HashSet<UUID>();
        for (var party : parties) {
            appending.heads.put(party, heads.lookedUp(newest.getOrDefault(party, 0L)));
            (appending.inMemory.contains(party) ? mine : nobodys).add(party);
        }
        rows.mark(mine, heads.writer());
        rows.mark(nobodys, InboxHeads.NOBODY);
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

    /** What one transaction has locked and appended; handed over once it has committed. */
    private static final class Appending implements TransactionSynchronization {
        private final Inboxes inboxes;
        private final Set<UUID> inMemory;
        private final Map<UUID, InboxHeads.Head> heads = new HashMap<>();
        private final List<InboxEntry> entries = new ArrayList<>();

        private Appending(Inboxes inboxes) {
            this.inboxes = inboxes;
            this.inMemory = inboxes.heads.inUse();
        }

        InboxHeads.Head head(PartyRef party) {
            var head = heads.get(party.id());
            if (head == null) {
                throw new IllegalStateException("the inbox of " + party + " is not locked");
            }
            return head;
        }

        long next(PartyRef party) {
            var head = head(party);
            var next = head.last() + 1;
            heads.put(party.id(), head.at(next));
            return next;
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
            heads.forEach((party, head) -> {
                if (inMemory.contains(party)) {
                    inboxes.heads.committed(party, head);
                }
            });
            inboxes.connections.committed(entries);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(inboxes);
        }
    }
}
