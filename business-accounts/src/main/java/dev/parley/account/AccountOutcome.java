package dev.parley.account;

import dev.parley.kernel.Refusal;

/** The answer to a command about one official account. */
public sealed interface AccountOutcome {
    /** It was done, or had been done before; the account as it stands now. */
    record Done(OfficialAccount account) implements AccountOutcome {}

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements AccountOutcome {}
}
