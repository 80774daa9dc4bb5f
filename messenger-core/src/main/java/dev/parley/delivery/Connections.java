package dev.parley.delivery;

import dev.parley.delivery.Hint.InboxesGrew;
import dev.parley.delivery.Hint.PartyEnded;
import dev.parley.delivery.Hint.Position;
import dev.parley.delivery.Hint.Signalled;
import dev.parley.delivery.Hint.TimelineGrew;
import dev.parley.delivery.Hint.UserEnded;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The connections of this node, by party. */
@Component
public class Connections implements DisposableBean {
    private final Map<PartyRef, List<LiveConnection>> byParty = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Lanes lanes;
    private final NodeBus.Membership bus;

    Connections(Lanes lanes, NodeBus bus) {
        this.lanes = lanes;
        this.bus = bus.join(this::on);
    }

    /** From now on the connection gets what is committed for its party. True when it is the party's only one here. */
    public boolean register(LiveConnection connection) {
        var connections = byParty.compute(connection.party(), (_, present) -> with(present, connection));
        count.incrementAndGet();
        return connections.size() == 1;
    }

    /** The connection is gone. True when it was the party's last one here; false when repeated. */
    public boolean unregister(LiveConnection connection) {
        var removed = new boolean[1];
        var left = byParty.computeIfPresent(connection.party(), (_, present) -> {
            removed[0] = present.contains(connection);
            return without(present, connection);
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

    /** The connections of a party here, oldest first. */
    public List<LiveConnection> of(PartyRef party) {
        return byParty.getOrDefault(party, List.of());
    }

    /** The number of connections here. */
    public int count() {
        return count.get();
    }

    /**
     * Runs something on the thread that hands deliveries to the party, after what waits there. It must not block.
     */
    public void inTurn(PartyRef party, Runnable task) {
        lanes.run(lanes.laneOf(party), task);
    }

    /** Hands one growth of the timeline to the connections here. Call after the commit, on every node. */
    public void timelineGrew(TimelineGrowth growth) {
        onEveryConnection(connection -> connection.timelineGrew(growth));
    }

    /** Makes all connections of all nodes read the timeline up to a sequence. Call after the commit. */
    public void timelineGrew(long newest) {
        onEveryConnection(connection -> connection.timelineGrew(newest));
        bus.publish(new TimelineGrew(newest));
    }

    /** Passing news for the devices of a party, on all nodes. */
    public void signal(PartyRef to, Signal signal) {
        signalHere(to, signal);
        bus.publish(new Signalled(to, signal));
    }

    /** Ends the connections of a user on all nodes: those of one device, or all. */
    public void endUser(UserId user, @Nullable DeviceId device) {
        endUserHere(user, device);
        bus.publish(new UserEnded(user, device));
    }

    /** Ends the connections that act as a party on all nodes, such as a suspended account: those of one user, or all. */
    public void endParty(PartyRef party, @Nullable UserId user) {
        endPartyHere(party, user);
        bus.publish(new PartyEnded(party, user));
    }

    /** Entries have been committed by this node. */
    void committed(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var newest = new HashMap<PartyRef, Long>();
        var byLane = new HashMap<Integer, List<InboxEntry>>();
        for (var entry : entries) {
            newest.merge(entry.party(), entry.sequence(), Math::max);
            if (online(entry.party())) {
                byLane.computeIfAbsent(lanes.laneOf(entry.party()), _ -> new ArrayList<>())
                        .add(entry);
            }
        }
        byLane.forEach((lane, some) -> lanes.offer(lane, () -> deliver(some)));
        bus.publish(new InboxesGrew(newest.entrySet().stream()
                .map(position -> new Position(position.getKey(), position.getValue()))
                .toList()));
    }

    private void deliver(List<InboxEntry> entries) {
        for (var entry : entries) {
            for (var connection : of(entry.party())) {
                connection.deliver(entry);
            }
        }
    }

    private void on(Hint hint) {
        switch (hint) {
            case InboxesGrew(var positions) -> {
                for (var position : positions) {
                    of(position.party()).forEach(connection -> connection.inboxGrew(position.newest()));
                }
            }
            case TimelineGrew(var newest) -> onEveryConnection(connection -> connection.timelineGrew(newest));
            case Signalled(var to, var signal) -> signalHere(to, signal);
            case UserEnded(var user, var device) -> endUserHere(user, device);
            case PartyEnded(var party, var user) -> endPartyHere(party, user);
        }
    }

    private void onEveryConnection(Consumer<LiveConnection> action) {
        var byLane = new HashMap<Integer, List<PartyRef>>();
        for (var party : byParty.keySet()) {
            byLane.computeIfAbsent(lanes.laneOf(party), _ -> new ArrayList<>()).add(party);
        }
        byLane.forEach((lane, parties) ->
                lanes.offer(lane, () -> parties.forEach(party -> of(party).forEach(action))));
    }

    private void signalHere(PartyRef to, Signal signal) {
        if (online(to)) {
            lanes.offer(lanes.laneOf(to), () -> of(to).forEach(connection -> connection.signal(signal)));
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
        bus.close();
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
