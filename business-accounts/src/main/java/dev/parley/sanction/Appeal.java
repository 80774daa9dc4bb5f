package dev.parley.sanction;

import dev.parley.account.OfficialAccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a company says against a sanction.
 *
 * @param decision absent while no operator has decided
 */
public record Appeal(
        UUID id,
        OfficialAccountId account,
        UUID sanction,
        String text,
        String byName,
        Instant at,
        @Nullable Decision decision,
        @Nullable Instant decidedAt,
        @Nullable String decidedByName,
        @Nullable String decisionReason) {
    /** What an operator can decide. */
    public enum Decision {
        LIFTED,
        KEPT
    }
}
