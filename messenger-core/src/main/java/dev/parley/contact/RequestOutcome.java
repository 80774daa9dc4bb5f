package dev.parley.contact;

import dev.parley.kernel.Refusal;

/** Answer to a contact request. */
public sealed interface RequestOutcome {
    /** It waits for its answer; a repetition gets the same request. */
    record Requested(ContactRequest request) implements RequestOutcome {}

    /** The other side had asked already, or the two are contacts: they are contacts now. */
    record Accepted(ContactRequest request, Contact contact) implements RequestOutcome {}

    /** Problems: not-found, conflict (asking oneself), too-many-requests. */
    record Refused(Refusal refusal) implements RequestOutcome {}
}
