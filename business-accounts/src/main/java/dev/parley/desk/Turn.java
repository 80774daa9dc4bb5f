package dev.parley.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rule that says whose turn it is. Only those who are at the desk and not away are in it. */
final class Turn {
    private Turn() {}

    /** Who gets the next conversation; empty by hand, and when nobody is there. */
    static Optional<Agent> next(AssignmentMode mode, List<Agent> agents) {
        var rested = Comparator.<Agent, Instant>comparing(
                agent -> Objects.requireNonNullElse(agent.lastAssignedAt(), Instant.EPOCH));
        var order = switch (mode) {
            case BY_HAND -> null;
            case ROUND_ROBIN -> rested;
            case BY_LOAD -> Comparator.comparingLong(Agent::open).thenComparing(rested);
        };
        if (order == null) {
            return Optional.empty();
        }
        return agents.stream()
                .filter(agent -> agent.presence() == Agent.Presence.HERE)
                .min(order);
    }
}
