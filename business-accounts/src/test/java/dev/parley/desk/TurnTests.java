package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.Role;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnTests {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Agent carla = agent(Agent.Presence.HERE, 1, NOW.minusSeconds(10));
    private final Agent dora = agent(Agent.Presence.HERE, 4, null);
    private final Agent away = agent(Agent.Presence.AWAY, 0, null);
    private final Agent absent = agent(Agent.Presence.ABSENT, 0, null);

    @Test
    void givesNothingByHand() {
        assertThat(Turn.next(AssignmentMode.BY_HAND, List.of(carla, dora))).isEmpty();
    }

    @Test
    void givesInTurnToWhoeverGotNoneForLongest() {
        assertThat(Turn.next(AssignmentMode.ROUND_ROBIN, List.of(carla, dora, away)))
                .contains(dora);
    }

    @Test
    void givesByLoadToWhoeverHasTheFewest() {
        assertThat(Turn.next(AssignmentMode.BY_LOAD, List.of(dora, carla, away)))
                .contains(carla);
    }

    @Test
    void givesNothingToThoseWhoAreNotAtTheDesk() {
        assertThat(Turn.next(AssignmentMode.BY_LOAD, List.of(away, absent))).isEmpty();
    }

    private static Agent agent(Agent.Presence presence, long open, @Nullable Instant last) {
        return new Agent(UserId.next(), Role.AGENT, presence, open, last);
    }
}
