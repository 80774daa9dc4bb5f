package dev.parley.webhook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down the deliveries that endpoints have taken: whoever comes first writes for all who have come while the last ones were being
 * written, in one transaction.
 */
@Component
class TakenDeliveries {
    /** What one transaction writes at most. */
    private static final int AT_ONCE = 500;

    /** A delivery, and how its endpoint took it. */
    record Taken(Delivery delivery, EndpointCall.Answer answer) {}

    private record Waiting(Taken taken, CompletableFuture<Void> written) {}

    private final DeliveryStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    TakenDeliveries(DeliveryStore store, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns once it is durable; throws {@link java.util.concurrent.CompletionException} when it could not be written. */
    void write(Delivery delivery, EndpointCall.Answer answer) {
        var mine = new Waiting(new Taken(delivery, answer), new CompletableFuture<>());
        waiting.add(mine);
        while (!mine.written.isDone()) {
            writing.lock();
            try {
                if (!mine.written.isDone()) {
                    writeThoseWhoWait();
                }
            } finally {
                writing.unlock();
            }
        }
        mine.written.join();
    }

    private void writeThoseWhoWait() {
        var batch = new ArrayList<Waiting>();
        for (var next = waiting.poll(); next != null; next = batch.size() < AT_ONCE ? waiting.poll() : null) {
            batch.add(next);
        }
        try {
            var taken = batch.stream().map(Waiting::taken).toList();
            transaction.executeWithoutResult(_ -> write(taken));
            batch.forEach(each -> each.written.complete(null));
        } catch (RuntimeException failure) {
            batch.forEach(each -> each.written.completeExceptionally(failure));
        }
    }

    private void write(List<Taken> taken) {
        store.taken(taken, clock.instant());
    }
}
