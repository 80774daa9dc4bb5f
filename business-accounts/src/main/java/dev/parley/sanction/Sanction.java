package dev.parley.sanction;

import dev.parley.account.OfficialAccountId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sanction against an account.
 *
 * @param until when it ends by itself; absent when only an operator ends it
 * @param byRule whether a rule did it and not an operator
 * @param endedAt absent while it is in force
 */
public record Sanction(
        UUID id,
        OfficialAccountId account,
        Step step,
        Instant since,
        @Nullable Instant until,
        String reason,
        boolean byRule,
        String byName,
        @Nullable Instant endedAt,
        @Nullable String endedReason) {}
