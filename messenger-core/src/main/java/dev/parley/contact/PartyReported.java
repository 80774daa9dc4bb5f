package dev.parley.contact;

import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** A user has told the operators about a party. Published once per report, in its transaction. */
public record PartyReported(UserId by, PartyRef party, ReportReason reason, Instant at) {}
