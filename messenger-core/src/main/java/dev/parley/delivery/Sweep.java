package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Finds what lost hints would have told: compares the connected parties of this node with the heads of their inboxes, a part of them every
 * second, all within {@code parley.delivery.sweep}. Faster while no hints come at all; not at all while there are no other nodes. Who has
 * just connected is looked at a second later, because the others may not have known yet that it is here.
 */
@Component
class Sweep implements NodeBus.Member, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final long TICK_MILLIS = 1_000;
    private static final int BATCH = 1_000;

    private final Node node;
    private final Connections connections;
    private final Inboxes inboxes;
    private final DeliveryProperties properties;
    private final Set<PartyRef> newcomers = ConcurrentHashMap.newKeySet();
    private volatile boolean everybody;
    private @Nullable ScheduledExecutorService clock;
    private long tick;

    Sweep(Node node, Connections connections, Inboxes inboxes, DeliveryProperties properties) {
        this.node = node;
        this.connections = connections;
        this.inboxes = inboxes;
        this.properties = properties;
        node.add(this);
        connections.onFirst(newcomers::add);
    }

    @Override
    public void heard(Hint hint) {}

    @Override
    public void rejoined() {
        everybody = true;
    }

    private void tick() {
        tick++;
        var state = node.state();
        if (state == NodeBus.State.ALONE) {
            newcomers.clear();
            return;
        }
        try {
            var interval = state == NodeBus.State.JOINED ? properties.sweep() : properties.sweepWhileAway();
            look(due(Math.max(1, interval.toMillis() / TICK_MILLIS)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("a sweep failed; the next one comes in a second: {}", e.toString());
        }
    }

    private Collection<PartyRef> due(long spread) {
        var due = new HashSet<>(newcomers);
        newcomers.removeAll(due);
        var all = everybody;
        everybody = false;
        for (var party : connections.connected()) {
            if (all || Math.floorMod(party.id().hashCode(), spread) == tick % spread) {
                due.add(party);
            }
        }
        return due;
    }

    private void look(Collection<PartyRef> due) {
        var batch = new ArrayList<PartyRef>(Math.min(due.size(), BATCH));
        for (var party : due) {
            batch.add(party);
            if (batch.size() == BATCH) {
                compare(batch);
                batch.clear();
            }
        }
        compare(batch);
    }

    private void compare(List<PartyRef> parties) {
        if (parties.isEmpty()) {
            return;
        }
        inboxes.newestCursors(parties).forEach((party, newest) -> {
            for (var connection : connections.of(party)) {
                connection.inboxGrew(newest.inbox());
                connection.timelineGrew(newest.push());
            }
        });
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("sweep").factory());
        var _ = started.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clock = started;
    }

    @Override
    public void stop() {
        var running = clock;
        if (running != null) {
            running.shutdownNow();
            clock = null;
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
