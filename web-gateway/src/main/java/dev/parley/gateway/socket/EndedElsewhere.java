package dev.parley.gateway.socket;

import dev.parley.delivery.EndReason;
import dev.parley.delivery.NodeBus;
import dev.parley.delivery.OtherNodes;
import dev.parley.identity.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the connections here of sessions that another node has ended and whose hint was lost: every connection is looked at once in
 * {@code parley.socket.session-check}, a thousand with one question. A server without other nodes has no hints to lose.
 */
@Component
class EndedElsewhere implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EndedElsewhere.class);
    private static final long TICK_MILLIS = 500;
    private static final int BATCH = 1_000;

    private final OpenConnections open;
    private final OtherNodes others;
    private final Sessions sessions;
    private final ActingRights rights;
    private final long spread;
    private @Nullable ScheduledExecutorService clock;
    private long tick;

    EndedElsewhere(
            OpenConnections open,
            OtherNodes others,
            Sessions sessions,
            ActingRights rights,
            SocketProperties properties) {
        this.open = open;
        this.others = others;
        this.sessions = sessions;
        this.rights = rights;
        this.spread = Math.max(1, properties.sessionCheck().toMillis() / TICK_MILLIS);
    }

    private void tick() {
        tick++;
        if (others.state() == NodeBus.State.ALONE) {
            return;
        }
        try {
            var batch = new ArrayList<SocketConnection>();
            for (var connection : open.all()) {
                if (Math.floorMod(System.identityHashCode(connection), spread) == tick % spread) {
                    batch.add(connection);
                    if (batch.size() == BATCH) {
                        look(batch);
                        batch.clear();
                    }
                }
            }
            look(batch);
        } catch (RuntimeException e) {
            LOG.warn("sessions were not looked at; that is tried again: {}", e.toString());
        }
    }

    private void look(List<SocketConnection> connections) {
        if (connections.isEmpty()) {
            return;
        }
        var goingOn = sessions.open(
                connections.stream().map(SocketConnection::device).distinct().toList());
        for (var connection : connections) {
            var mayStay = goingOn.contains(connection.device())
                    && (connection.party().isUser()
                            || rights.ask(connection.party(), connection.user()) == ActingRights.Answer.GRANTED);
            if (!mayStay) {
                connection.end(EndReason.SESSION_ENDED);
            }
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("session-check").factory());
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
