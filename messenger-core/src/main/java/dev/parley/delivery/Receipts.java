package dev.parley.delivery;

import dev.parley.delivery.EntryContent.Acknowledged;
import dev.parley.kernel.ConversationId;
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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far members have acknowledged their conversations. Receipts only move forward and are cumulative, so those of a short time are
 * gathered in memory and written together; one that is lost with a node is made good by the next.
 */
@Component
public class Receipts implements SmartLifecycle {
    private record Key(ConversationId conversation, PartyRef by) {}

    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

    private final ReceiptRows rows;
    private final Inboxes inboxes;
    private final TransactionTemplate transaction;
    private final DeliveryProperties properties;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ReentrantLock writing = new ReentrantLock();
    private Map<Key, Acknowledgement> waiting = new LinkedHashMap<>();
    private Map<PartyRef, Long> handledWaiting = new HashMap<>();
    private long takenAt = System.nanoTime();
    private boolean running;

    Receipts(
            ReceiptRows rows, Inboxes inboxes, PlatformTransactionManager transactions, DeliveryProperties properties) {
        this.rows = rows;
        this.inboxes = inboxes;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    /** Takes note of an acknowledgement and writes it within a moment; the other side and the member's other devices are told. */
    public void advance(Acknowledgement acknowledgement) {
        lock.lock();
        try {
            if (waiting.size() < properties.waitingReceipts()) {
                waiting.merge(
                        new Key(acknowledgement.conversation(), acknowledgement.by()),
                        acknowledgement,
                        Acknowledgement::and);
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Some device of the party has handled the inbox up to a sequence; written within a moment. */
    public void advanceHandled(PartyRef party, long inboxSequence) {
        lock.lock();
        try {
            if (handledWaiting.size() < properties.waitingReceipts()) {
                handledWaiting.merge(party, inboxSequence, Math::max);
                news.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Up to which inbox sequence some device of the party has handled everything; may lag behind by a moment. */
    public long handled(PartyRef party) {
        return rows.handled(party);
    }

    /** The receipts of conversations by party id; members who have acknowledged nothing are left out. */
    public Map<ConversationId, Map<UUID, ReceiptState>> find(Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? Map.of() : rows.find(conversations);
    }

    /**
     * Writes receipts between parties whose inboxes the caller has locked in its transaction, if any wait, and returns what the caller is
     * to append for them: so a lively conversation needs no transaction of its own for them. What is rolled back waits on.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<NewEntry> due(Set<PartyRef> locked) {
        var due = new ArrayList<Acknowledgement>();
        lock.lock();
        try {
            if (System.nanoTime() - takenAt < properties.receiptInterval().toNanos() / 2) {
                return List.of();
            }
            takenAt = System.nanoTime();
            waiting.values().removeIf(one -> {
                var within = locked.contains(one.by()) && locked.contains(one.other());
                if (within) {
                    due.add(one);
                }
                return within;
            });
        } finally {
            lock.unlock();
        }
        if (due.isEmpty()) {
            return List.of();
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    due.forEach(Receipts.this::advance);
                }
            }
        });
        return entries(rows.advance(due));
    }

    /** Writes what waits, now. */
    public void flush() {
        writing.lock();
        try {
            Map<Key, Acknowledgement> receipts;
            Map<PartyRef, Long> handled;
            lock.lock();
            try {
                receipts = waiting;
                handled = handledWaiting;
                waiting = new LinkedHashMap<>();
                handledWaiting = new HashMap<>();
            } finally {
                lock.unlock();
            }
            try {
                write(receipts.values(), handled);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("{} receipts were not written and wait for another try", receipts.size(), e);
                receipts.values().forEach(this::advance);
                handled.forEach(this::advanceHandled);
            }
        } finally {
            writing.unlock();
        }
    }

    private void write(Collection<Acknowledgement> receipts, Map<PartyRef, Long> handled) {
        if (receipts.isEmpty() && handled.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            if (!handled.isEmpty()) {
                rows.advanceHandled(handled);
            }
            if (!receipts.isEmpty()) {
                inboxes.lock(parties(receipts)); // before the receipts, as whoever calls due() does
                inboxes.append(entries(rows.advance(receipts)));
            }
        });
    }

    private static Set<PartyRef> parties(Collection<Acknowledgement> receipts) {
        var parties = new HashSet<PartyRef>();
        for (var receipt : receipts) {
            parties.add(receipt.by());
            parties.add(receipt.other());
        }
        return parties;
    }

    /** The other side learns everything, the member's own devices only what was displayed elsewhere. */
    private static List<NewEntry> entries(List<ReceiptRows.Advanced> advanced) {
        var entries = new ArrayList<NewEntry>(2 * advanced.size());
        for (var one : advanced) {
            var told = one.acknowledgement();
            entries.add(new NewEntry(told.other(), content(told.conversation(), told.seenAs(), one.now())));
            if (one.now().displayed() > one.before().displayed()) {
                entries.add(new NewEntry(
                        told.by(), content(told.conversation(), told.by().id(), one.now())));
            }
        }
        return entries;
    }

    private static EntryContent content(ConversationId conversation, UUID by, ReceiptState state) {
        return new Acknowledged(conversation, by, state.delivered(), state.displayed());
    }

    private void work() {
        while (await()) {
            flush();
        }
    }

    /** Waits for the first news, then a little longer for more of it. False once stopped. */
    private boolean await() {
        lock.lock();
        try {
            while (running && waiting.isEmpty() && handledWaiting.isEmpty()) {
                news.await();
            }
            var left = properties.receiptInterval().toNanos();
            while (running && left > 0) {
                left = news.awaitNanos(left);
            }
            return running;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
        Thread.ofPlatform().daemon().name("receipts").start(this::work);
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        flush();
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Starts early and stops late: whoever still answers requests can still write. */
    @Override
    public int getPhase() {
        return 0;
    }
}
