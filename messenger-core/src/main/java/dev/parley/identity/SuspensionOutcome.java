package dev.parley.identity;

import dev.parley.kernel.Refusal;

/** Answer to suspending or restoring a user. */
public sealed interface SuspensionOutcome {
    /** As it is now; a repetition changes and records nothing. */
    record Done(User user) implements SuspensionOutcome {}

    /** There is no such user. */
    record NoSuchUser() implements SuspensionOutcome {}

    /** Operators cannot be suspended, nobody can without a reason. */
    record Refused(Refusal refusal) implements SuspensionOutcome {}
}
