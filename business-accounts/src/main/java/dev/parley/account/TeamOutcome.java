package dev.parley.account;

import dev.parley.kernel.Refusal;

/** The answer to a command about an account's team. */
public sealed interface TeamOutcome {
    /** It was done, or had been done before; the member as they stand now, or stood before they left. */
    record Done(TeamMember member) implements TeamOutcome {}

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements TeamOutcome {}
}
