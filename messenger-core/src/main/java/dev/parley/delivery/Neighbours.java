package dev.parley.delivery;

import dev.parley.delivery.Hint.NodeLives;
import dev.parley.delivery.Hint.NodeStops;
import dev.parley.delivery.Hint.PresenceAsked;
import dev.parley.kernel.PartyRef;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Which other nodes live. Each says so every second; one that is silent for some seconds has died, and whoever was known to be connected
 * to it is not there any more. While nothing can be heard, nobody is taken for dead. Once a minute a node asks again for everybody whom
 * it believes to be elsewhere, so that a lost "has left" does not stay for ever.
 */
@Component
class Neighbours implements NodeBus.Member, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    private static final long TICK_MILLIS = 1_000;
    private static final int TICKS_PER_ROUND = 60;
    private static final int ROUNDS_UNTIL_FORGOTTEN = 2;
    private static final int TICKS_AFTER_REJOINING = 10;
    private static final long STOPPED_FOR_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final Node node;
    private final Elsewhere elsewhere;
    private final DeliveryProperties properties;
    private final ApplicationEventPublisher events;
    private final Map<NodeId, Long> heardAt = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService clock;
    private volatile int ticksSinceRejoined = Integer.MAX_VALUE;
    private int tick;

    Neighbours(Node node, Elsewhere elsewhere, DeliveryProperties properties, ApplicationEventPublisher events) {
        this.node = node;
        this.elsewhere = elsewhere;
        this.properties = properties;
        this.events = events;
        node.add(this);
    }

    /** How many other nodes are known to live. */
    int count() {
        return heardAt.size();
    }

    @Override
    public void heard(Hint hint) {
        switch (hint) {
            case NodeLives(var other) -> heardFrom(other);
            case Hint.PresenceTold(var _, var _, var other, var _) -> heardFrom(other);
            case Hint.PresenceConfirmed(var _, var _, var _, var other) -> heardFrom(other);
            case NodeStops(var other) -> // its users are given a moment to come back elsewhere
                heardAt.computeIfPresent(
                        other,
                        (_, _) -> System.nanoTime() - properties.nodeSilence().toNanos() + STOPPED_FOR_NANOS);
            default -> {}
        }
    }

    private void heardFrom(NodeId other) {
        heardAt.put(other, System.nanoTime());
    }

    @Override
    public void rejoined() {
        ticksSinceRejoined = 0;
        events.publishEvent(new NodesRejoined());
    }

    private void tick() {
        try {
            if (node.state() != NodeBus.State.JOINED) {
                return;
            }
            node.publish(new NodeLives(node.id()));
            if (ticksSinceRejoined < Integer.MAX_VALUE) {
                afterRejoining(++ticksSinceRejoined);
            } else {
                forgetTheSilent();
                tick++;
                if (tick % TICKS_PER_ROUND == 0) {
                    elsewhere.nextRound();
                    lost(elsewhere.forgetOlderThan(ROUNDS_UNTIL_FORGOTTEN));
                    askAgain();
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("looking after the other nodes failed", e);
        }
    }

    /** Everything is asked for again, and after some seconds what nobody has confirmed is forgotten. */
    private void afterRejoining(int ticks) {
        if (ticks == 1) {
            elsewhere.nextRound();
            askAgain();
        } else if (ticks > TICKS_AFTER_REJOINING) {
            ticksSinceRejoined = Integer.MAX_VALUE;
            lost(elsewhere.forgetOlderThan(0));
        }
    }

    private void forgetTheSilent() {
        var now = System.nanoTime();
        heardAt.forEach((other, at) -> {
            if (now - at > properties.nodeSilence().toNanos() && heardAt.remove(other, at)) {
                LOG.info("node {} has gone", other);
                lost(elsewhere.forget(other));
            }
        });
    }

    private void askAgain() {
        elsewhere.parties().forEach(party -> node.publish(new PresenceAsked(party, null, node.id())));
    }

    private void lost(List<PartyRef> parties) {
        if (!parties.isEmpty()) {
            events.publishEvent(new PartiesLost(parties));
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("neighbours").factory());
        var _ = started.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clock = started;
    }

    @Override
    public void stop() {
        var running = clock;
        if (running != null) {
            running.shutdownNow();
            clock = null;
            node.publish(new NodeStops(node.id()));
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    /** Stops after the sockets have been told. */
    @Override
    public int getPhase() {
        return 0;
    }
}
