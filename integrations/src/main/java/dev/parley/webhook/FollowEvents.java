package dev.parley.webhook;

import dev.parley.follow.FollowStarted;
import java.time.Clock;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells companies' systems of new followers. */
@Component
class FollowEvents {
    private final DeliveryStore store;
    private final DeliveryWorker worker;
    private final Payloads payloads;
    private final WebhookProperties properties;
    private final Clock clock;

    FollowEvents(
            DeliveryStore store, DeliveryWorker worker, Payloads payloads, WebhookProperties properties, Clock clock) {
        this.store = store;
        this.worker = worker;
        this.payloads = payloads;
        this.properties = properties;
        this.clock = clock;
    }

    /** May run more than once for one event; unique (endpoint_id, event, occurrence) makes the second run a no-op. */
    @ApplicationModuleListener
    void on(FollowStarted event) {
        var now = clock.instant();
        var added = store.add(
                event.account(),
                Payloads.FOLLOW_STARTED,
                event.follow().value(),
                payloads.followStarted(event, now),
                now,
                properties.waitingPerEndpoint());
        if (added > 0) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        }
    }
}
