package dev.parley.conversation;

import dev.parley.kernel.Refusal;

/** What became of a message. */
public sealed interface SendOutcome {
    /** It is durable. */
    record Accepted(Message message) implements SendOutcome {}

    /** The same request was accepted before; nothing was written. */
    record Repeated(Message message) implements SendOutcome {}

    /** Nothing was written. */
    record Refused(Refusal refusal) implements SendOutcome {}
}
