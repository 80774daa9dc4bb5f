package dev.parley.desk;

import dev.parley.kernel.Refusal;

/** The answer to a command about one conversation of the desk. */
public sealed interface DeskOutcome {
    /** It was done, or had been done before. */
    record Done(DeskConversation conversation) implements DeskOutcome {}

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements DeskOutcome {}
}
