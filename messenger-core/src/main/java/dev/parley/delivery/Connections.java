package dev.parley.delivery;

import dev.parley.delivery.Hint.InboxesGrew;
import dev.parley.delivery.Hint.PartyEnded;
import dev.parley.delivery.Hint.Position;
import dev.parley.delivery.Hint.Signalled;
import dev.parley.delivery.Hint.TimelineGrew;
import dev.parley.delivery.Hint.UserEnded;
import dev.parley.delivery.spi.Timeline;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The connections of this node, by party. */
@Component
public class Connections implements NodeBus.Member, DisposableBean {
    /** Connections that a lane serves in one go. */
    private static final int PIECE = 100;

    private final Map<PartyRef, List<LiveConnection>> byParty = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Lanes lanes;
    private final Node node;
    private final ObjectProvider<Timeline> timeline;
    private final List<Consumer<PartyRef>> onFirst = new CopyOnWriteArrayList<>();

    Connections(Lanes lanes, Node node, ObjectProvider<Timeline> timeline) {
        this.lanes = lanes;
        this.node = node;
        this.timeline = timeline;
        node.add(this);
    }

    /** Has something told whenever a party gets its first connection here. */
    void onFirst(Consumer<PartyRef> listener) {
        onFirst.add(listener);
    }

    /** From now on the connection gets what is committed for its party. True when it is the party's only one here. */
    public boolean register(LiveConnection connection) {
        var connections = byParty.compute(connection.party(), (party, present) -> {
            if (present == null) {
                node.listen(party);
            }
            return with(present, connection);
        });
        count.incrementAndGet();
        if (connections.size() > 1) {
            return false;
        }
        onFirst.forEach(listener -> listener.accept(connection.party()));
        return true;
    }

    /** The connection is gone. True when it was the party's last one here; false when repeated. */
    public boolean unregister(LiveConnection connection) {
        var removed = new boolean[1];
        var left = byParty.computeIfPresent(connection.party(), (_, present) -> {
            removed[0] = present.contains(connection);
            var others = without(present, connection);
            if (others == null) {
                node.forget(connection.party());
            }
            return others;
        });
        if (removed[0]) {
            count.decrementAndGet();
        }
        return removed[0] && left == null;
    }

    /** Whether the party has a connection here. */
    public boolean online(PartyRef party) {
        return byParty.containsKey(party);
    }

    /** The parties of a kind that are connected here now. */
    public Set<PartyRef> connected(String kind) {
        return byParty.keySet().stream()
                .filter(party -> party.kind().equals(kind))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All parties that are connected here now. */
    public Set<PartyRef> connected() {
        return Set.copyOf(byParty.keySet());
    }

    /** The connections of a party here, oldest first. */
    public List<LiveConnection> of(PartyRef party) {
        return byParty.getOrDefault(party, List.of());
    }

    /** The number of connections here. */
    public int count() {
        return count.get();
    }

    /** Runs something on the threads that hand deliveries to the parties, after what waits there. It must not block. */
    public void inTurn(Map<PartyRef, List<Runnable>> tasks) {
        var byLane = new HashMap<Integer, List<Runnable>>();
        tasks.forEach((party, some) -> byLane.computeIfAbsent(lanes.laneOf(party), _ -> new ArrayList<>())
                .addAll(some));
        byLane.forEach((lane, some) -> lanes.run(lane, () -> some.forEach(Runnable::run)));
    }

    /**
     * Hands one growth of the timeline to the connections of these readers here. Call after the commit, on every node, until every
     * connected reader has been named once. Returns at once; the answer is done when all of them have got it.
     */
    public CompletableFuture<Void> timelineGrew(TimelineGrowth growth, Collection<PartyRef> readers) {
        return onConnections(readers, connection -> connection.timelineGrew(growth));
    }

    /** Makes the connections here read the timeline up to a sequence. */
    public void timelineGrewHere(long newest) {
        var _ = onConnections(byParty.keySet(), connection -> connection.timelineGrew(newest));
    }

    /** Makes all connections of all nodes read the timeline up to a sequence. Call after the commit. */
    public void timelineGrew(long newest) {
        timelineGrewHere(newest);
        node.publish(new TimelineGrew(newest));
    }

    /** Passing news for the devices of a party, on all nodes. */
    public void signal(PartyRef to, Signal signal) {
        signalHere(to, signal);
        node.publish(new Signalled(to, signal));
    }

    /** Ends the connections of a user on all nodes: those of one device, or all. */
    public void endUser(UserId user, @Nullable DeviceId device) {
        endUserHere(user, device);
        node.publish(new UserEnded(user, device));
    }

    /** Ends the connections that act as a party on all nodes, such as a suspended account: those of one user, or all. */
    public void endParty(PartyRef party, @Nullable UserId user) {
        endPartyHere(party, user);
        node.publish(new PartyEnded(party, user));
    }

    /** Entries have been committed by this node. */
    void committed(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var newest = node.isAlone() ? null : new HashMap<PartyRef, Long>();
        var byLane = new HashMap<Integer, Map<PartyRef, List<InboxEntry>>>();
        for (var entry : entries) {
            var party = entry.party();
            if (newest != null) {
                newest.merge(party, entry.sequence(), Math::max);
            }
            if (online(party)) {
                byLane.computeIfAbsent(lanes.laneOf(party), _ -> new HashMap<>())
                        .computeIfAbsent(party, _ -> new ArrayList<>(2))
                        .add(entry);
            }
        }
        byLane.forEach((lane, some) -> {
            var _ = lanes.offer(lane, () -> some.forEach(this::deliver));
        });
        if (newest != null) {
            node.publish(new InboxesGrew(newest.entrySet().stream()
                    .map(position -> new Position(position.getKey(), position.getValue()))
                    .toList()));
        }
    }

    private void deliver(PartyRef party, List<InboxEntry> entries) {
        for (var connection : of(party)) {
            connection.deliver(entries);
        }
    }

    @Override
    public void heard(Hint hint) {
        switch (hint) {
            case InboxesGrew(var positions) -> {
                for (var position : positions) {
                    of(position.party()).forEach(connection -> connection.inboxGrew(position.newest()));
                }
            }
            case TimelineGrew(var newest) -> {
                var known = timeline.getIfAvailable();
                if (known != null) {
                    known.grewElsewhere(newest);
                }
            }
            case Signalled(var to, var signal) -> signalHere(to, signal);
            case UserEnded(var user, var device) -> endUserHere(user, device);
            case PartyEnded(var party, var user) -> endPartyHere(party, user);
            default -> {}
        }
    }

    /** What was missed meanwhile is found by {@link Sweep}. */
    @Override
    public void rejoined() {}

    /** In pieces, so that what comes meanwhile for others in the same lane does not wait for all of them. */
    private CompletableFuture<Void> onConnections(Collection<PartyRef> parties, Consumer<LiveConnection> action) {
        var byLane = new HashMap<Integer, List<PartyRef>>();
        for (var party : parties) {
            byLane.computeIfAbsent(lanes.laneOf(party), _ -> new ArrayList<>()).add(party);
        }
        var pieces = new ArrayList<CompletableFuture<?>>();
        byLane.forEach((lane, some) -> {
            for (var from = 0; from < some.size(); from += PIECE) {
                pieces.add(onConnections(lane, some.subList(from, Math.min(some.size(), from + PIECE)), action));
            }
        });
        return CompletableFuture.allOf(pieces.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<?> onConnections(int lane, List<PartyRef> parties, Consumer<LiveConnection> action) {
        var done = new CompletableFuture<@Nullable Void>();
        var taken = lanes.offer(lane, () -> {
            try {
                parties.forEach(party -> of(party).forEach(action));
            } finally {
                done.complete(null);
            }
        });
        if (!taken) {
            done.complete(null);
        }
        return done;
    }

    /** Passing news for the devices of a party on this node only. */
    void signalHere(PartyRef to, Signal signal) {
        if (online(to)) {
            var _ = lanes.offer(lanes.laneOf(to), () -> of(to).forEach(connection -> connection.signal(signal)));
        }
    }

    private void endUserHere(UserId user, @Nullable DeviceId device) {
        for (var connections : byParty.values()) { // a user may act as several parties
            for (var connection : connections) {
                if (connection.user().equals(user)
                        && (device == null || connection.device().equals(device))) {
                    connection.end(EndReason.SESSION_ENDED);
                }
            }
        }
    }

    private void endPartyHere(PartyRef party, @Nullable UserId user) {
        for (var connection : of(party)) {
            if (user == null || connection.user().equals(user)) {
                connection.end(EndReason.SESSION_ENDED);
            }
        }
    }

    @Override
    public void destroy() {
        byParty.values()
                .forEach(connections -> connections.forEach(connection -> connection.end(EndReason.GOING_AWAY)));
    }

    private static List<LiveConnection> with(@Nullable List<LiveConnection> present, LiveConnection connection) {
        if (present == null) {
            return List.of(connection);
        }
        var more = new ArrayList<>(present);
        more.add(connection);
        return List.copyOf(more);
    }

    private static @Nullable List<LiveConnection> without(List<LiveConnection> present, LiveConnection connection) {
        var fewer = new ArrayList<>(present);
        fewer.remove(connection);
        return fewer.isEmpty() ? null : List.copyOf(fewer);
    }
}
