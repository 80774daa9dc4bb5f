package dev.parley.contact;

import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a user told the operators about a party. */
public record Report(
        UUID id,
        UserId by,
        PartyRef party,
        ReportReason reason,
        @Nullable String comment,
        Instant at) {}
