package dev.parley.gateway.socket;

import dev.parley.delivery.EndReason;
import dev.parley.delivery.Inboxes;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All sockets of this node, and the one clock that looks after them: heartbeats, devices that say no hello, that have gone without a word,
 * or that do not close.
 */
@Component
class OpenConnections implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);
    private static final long TICK_MILLIS = 1_000;
    private static final long CLOSE_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long ANSWER_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long PART_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Set<SocketConnection> connections = ConcurrentHashMap.newKeySet();
    private final Inboxes inboxes;
    private final ActingRights rights;
    private final SocketProperties properties;
    private @Nullable ScheduledExecutorService clock;
    private volatile boolean draining;
    private long tick;

    OpenConnections(Inboxes inboxes, ActingRights rights, SocketProperties properties) {
        this.inboxes = inboxes;
        this.rights = rights;
        this.properties = properties;
    }

    void add(SocketConnection connection) {
        connections.add(connection);
    }

    void remove(SocketConnection connection) {
        connections.remove(connection);
    }

    int count() {
        return connections.size();
    }

    /** All of them, as they come and go. */
    Collection<SocketConnection> all() {
        return connections;
    }

    /** The server stops: nobody is let in any more. */
    boolean isDraining() {
        return draining;
    }

    private void tick() {
        try {
            var now = System.nanoTime();
            var due = new ArrayList<SocketConnection>();
            var spread = Math.max(1, properties.heartbeatInterval().toMillis() / TICK_MILLIS);
            tick++;
            for (var connection : connections) {
                if (connection.closingSince() != 0) {
                    if (now - connection.closingSince() > CLOSE_WITHIN_NANOS) {
                        connection.disconnect();
                    }
                } else if (!connection.hasSaidHello()) {
                    if (now - connection.openedAt() > properties.helloWithin().toNanos()) {
                        connection.close(SocketClose.PROTOCOL);
                    }
                } else if (Math.floorMod(System.identityHashCode(connection), spread) == tick % spread) {
                    due.add(connection);
                }
            }
            if (!due.isEmpty()) {
                beat(due, now);
            }
        } catch (RuntimeException e) {
            LOG.warn("a heartbeat failed", e);
        }
    }

    /** One question to the database for all connections that are due; whoever has lost a hint is told to read on. */
    private void beat(List<SocketConnection> due, long now) {
        var parties = new HashSet<PartyRef>();
        due.forEach(connection -> parties.add(connection.party()));
        var newest = inboxes.newestCursors(parties);
        for (var connection : due) {
            if (now - connection.silentSince()
                    > 5 * properties.heartbeatInterval().toNanos() / 2) {
                connection.disconnect();
            } else if (!connection.party().isUser()
                    && rights.ask(connection.party(), connection.user()) != ActingRights.Answer.GRANTED) {
                connection.end(EndReason.SESSION_ENDED);
            } else {
                beat(connection, newest);
            }
        }
    }

    private static void beat(SocketConnection connection, Map<PartyRef, Cursor> newest) {
        var cursor = newest.get(connection.party());
        if (cursor != null) {
            connection.inboxGrew(cursor.inbox());
            connection.timelineGrew(cursor.push());
        }
        var position = connection.position();
        if (position != null) {
            connection.send(new ServerFrame.Heartbeat(position));
            connection.probe();
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("heartbeat").factory());
        var _ = started.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clock = started;
    }

    /**
     * Before the web server stops, and after readiness has been taken back: every device is told to connect again, elsewhere or later, each
     * once what it has sent is answered. Spread over {@code parley.socket.drain}, so that the other nodes are not asked for everybody at once.
     */
    @Override
    public void stop() {
        draining = true;
        var leaving = new ArrayList<>(connections);
        Collections.shuffle(leaving);
        try {
            var began = System.nanoTime();
            var whole = properties.drain().toNanos();
            for (var i = 0; i < leaving.size(); i++) {
                var due = whole / leaving.size() * i - (System.nanoTime() - began);
                if (due > 0) {
                    TimeUnit.NANOSECONDS.sleep(due);
                }
                leaving.get(i).leave();
            }
            awaitAnswers(leaving);
            connections.forEach(connection -> connection.end(EndReason.GOING_AWAY));
            awaitParting();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var running = clock;
        if (running != null) {
            running.shutdownNow();
            clock = null;
        }
        LOG.debug("{} connections were told that the server stops", leaving.size());
    }

    private static void awaitAnswers(List<SocketConnection> leaving) throws InterruptedException {
        var deadline = System.nanoTime() + ANSWER_WITHIN_NANOS;
        for (var connection : leaving) {
            while (!connection.isClosing() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
    }

    /** A web server that stops cuts its connections, and a device that was cut while it was writing may never read why: so let it answer. */
    private void awaitParting() throws InterruptedException {
        var deadline = System.nanoTime() + PART_WITHIN_NANOS;
        while (!connections.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
