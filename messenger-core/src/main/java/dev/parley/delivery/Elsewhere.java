package dev.parley.delivery;

import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which parties that somebody here may see are connected to which other nodes, and in which round that was last confirmed. */
@Component
class Elsewhere {
    private final Map<PartyRef, Map<NodeId, Integer>> nodes = new ConcurrentHashMap<>();
    private volatile int round;

    boolean knows(PartyRef party) {
        return nodes.containsKey(party);
    }

    void confirmed(PartyRef party, NodeId node) {
        var now = round;
        nodes.compute(party, (_, present) -> {
            if (present == null) {
                return Map.of(node, now);
            }
            var more = new HashMap<>(present);
            more.put(node, now);
            return Map.copyOf(more);
        });
    }

    void gone(PartyRef party, NodeId node) {
        nodes.computeIfPresent(party, (_, present) -> without(present, (each, _) -> each.equals(node)));
    }

    /** Begins a round: what is confirmed from now on is newer than what was confirmed before. */
    void nextRound() {
        round++;
    }

    List<PartyRef> parties() {
        return List.copyOf(nodes.keySet());
    }

    /** Forgets what a node said; the parties that are connected nowhere else. */
    List<PartyRef> forget(NodeId node) {
        return remove((each, _) -> each.equals(node));
    }

    /** Forgets what was not confirmed for that many rounds; the parties of whom nothing is known any more. */
    List<PartyRef> forgetOlderThan(int rounds) {
        var oldest = round - rounds;
        return remove((_, confirmed) -> confirmed < oldest);
    }

    private List<PartyRef> remove(BiPredicate<NodeId, Integer> which) {
        var lost = new ArrayList<PartyRef>();
        for (var party : nodes.keySet()) {
            var left = nodes.computeIfPresent(party, (_, present) -> without(present, which));
            if (left == null) {
                lost.add(party);
            }
        }
        return lost;
    }

    private static @Nullable Map<NodeId, Integer> without(
            Map<NodeId, Integer> present, BiPredicate<NodeId, Integer> which) {
        var fewer = new HashMap<>(present);
        fewer.entrySet().removeIf(entry -> which.test(entry.getKey(), entry.getValue()));
        return fewer.isEmpty() ? null : Map.copyOf(fewer);
    }
}
