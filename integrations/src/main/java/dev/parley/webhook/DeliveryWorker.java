package dev.parley.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works deliveries off: takes what is due, tries it outside of any transaction, and writes down what came of it. What a node
 * knows here only bounds its own work (law 11: a slow endpoint costs only itself); what is to be done is in the table.
 */
@Component
class DeliveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int GONE = 410;

    private final DeliveryStore store;
    private final EndpointCall call;
    private final TakenDeliveries taken;
    private final TransactionTemplate transaction;
    private final WebhookProperties properties;
    private final Clock clock;
    private final Semaphore places;
    private final ConcurrentHashMap<WebhookEndpointId, Integer> underWay = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private boolean woken;
    private volatile boolean running;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    DeliveryWorker(
            DeliveryStore store,
            EndpointCall call,
            TakenDeliveries taken,
            TransactionTemplate transaction,
            WebhookProperties properties,
            Clock clock) {
        this.store = store;
        this.call = call;
        this.taken = taken;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
        this.places = new Semaphore(properties.atOnce());
    }

    /** Something may be due: look now. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Tries a delivery that the caller has taken, and writes down what came of it. */
    WebhookAttempt tryOnce(Delivery delivery, boolean again) {
        return write(delivery, call.tell(delivery), again);
    }

    private WebhookAttempt write(Delivery delivery, EndpointCall.Answer answer, boolean again) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            var now = clock.instant();
            var attempt = store.record(delivery, answer, now);
            var status = answer.status();
            if (answer.error() == null) {
                store.delivered(delivery);
            } else if (status != null && status == GONE) {
                store.disable(delivery.endpoint());
            } else if (again) {
                properties
                        .waitAfter(delivery.tries())
                        .ifPresentOrElse(wait -> store.later(delivery, now.plus(wait)), () -> store.giveUp(delivery));
            } else {
                store.giveUp(delivery);
            }
            return attempt;
        }));
    }

    /** Longer than any try can take; by then its node has died. */
    Duration lease() {
        return properties.connectTimeout().plus(properties.timeout()).plusSeconds(30);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        store.forget(clock.instant().minus(properties.keep()));
    }

    private void run() {
        while (running) {
            try {
                if (!takeSome()) {
                    rest();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("webhook deliveries could not be taken; next try in {}", properties.poll(), e);
                    try {
                        rest();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }
        }
    }

    /** Whether anything was due. */
    private boolean takeSome() throws InterruptedException {
        places.acquire();
        var free = 1 + places.drainPermits();
        var started = 0;
        try {
            var now = clock.instant();
            var busy = underWay.entrySet().stream()
                    .filter(entry -> entry.getValue() >= properties.atOncePerEndpoint())
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            var due = store.take(now, now.plus(lease()), busy, properties.atOncePerEndpoint(), free);
            for (var delivery : due) {
                underWay.merge(delivery.endpoint(), 1, Integer::sum);
                Thread.ofVirtual().name("webhook-", delivery.tries()).start(() -> work(delivery));
                started++;
            }
        } finally {
            places.release(free - started);
        }
        return started > 0;
    }

    private void work(Delivery delivery) {
        try {
            var answer = tell(delivery);
            if (answer.error() == null) {
                taken.write(delivery, answer);
            } else {
                write(delivery, answer, true);
            }
        } catch (RuntimeException e) {
            // Its lease will run out, and it is tried again.
            LOG.warn("webhook delivery {} was not written down", delivery.id(), e);
        } finally {
            places.release();
            wake();
        }
    }

    /** The endpoint is free for the next one as soon as it has answered; what it said is written down meanwhile. */
    private EndpointCall.Answer tell(Delivery delivery) {
        try {
            return call.tell(delivery);
        } finally {
            underWay.computeIfPresent(delivery.endpoint(), (_, count) -> count == 1 ? null : count - 1);
            wake();
        }
    }

    private void rest() throws InterruptedException {
        lock.lock();
        try {
            if (!woken) {
                var waited = wake.await(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("woken: {}", waited);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("webhook-worker").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            // Tries that are under way are given a moment; what is cut off is tried again by whoever comes next.
            if (places.tryAcquire(properties.atOnce(), 2, TimeUnit.SECONDS)) {
                places.release(properties.atOnce());
            }
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
