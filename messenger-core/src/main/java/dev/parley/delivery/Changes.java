package dev.parley.delivery;

import dev.parley.delivery.EntryContent.Changed;
import dev.parley.kernel.PartyRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the devices of a party that something of theirs has changed, so that they ask for it again. */
@Component
public class Changes {
    private final Inboxes inboxes;
    private final TransactionTemplate transaction;

    Changes(Inboxes inboxes, PlatformTransactionManager transactions) {
        this.inboxes = inboxes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Within a transaction the entry is written right before its commit, otherwise at once in a transaction of its own. The same news
     * twice in one transaction is told once.
     *
     * @param id which one has changed, absent for the whole list
     */
    public void announce(PartyRef party, ChangedThing what, @Nullable UUID id) {
        var entry = new NewEntry(party, new Changed(what, id));
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            Announcing.current(this).entries.add(entry);
        } else {
            transaction.executeWithoutResult(_ -> inboxes.append(List.of(entry)));
        }
    }

    /** What one transaction announces: written last, so that inboxes are locked for a short time and all at once. */
    private static final class Announcing implements TransactionSynchronization {
        private final Changes changes;
        private final Set<NewEntry> entries = new LinkedHashSet<>();

        private Announcing(Changes changes) {
            this.changes = changes;
        }

        static Announcing current(Changes changes) {
            if (TransactionSynchronizationManager.getResource(changes) instanceof Announcing present) {
                return present;
            }
            var announcing = new Announcing(changes);
            TransactionSynchronizationManager.bindResource(changes, announcing);
            TransactionSynchronizationManager.registerSynchronization(announcing);
            return announcing;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(changes);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(changes, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            changes.inboxes.append(List.copyOf(entries));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(changes);
        }
    }
}
