package dev.parley.push;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.util.List;

/** What became of a release. */
public sealed interface PushOutcome {
    /** It is durable, and every follower's next sync has it. */
    record Released(PushMessage push) implements PushOutcome {}

    /** The same request was released before; nothing was sent again. */
    record AlreadyReleased(PushMessage push) implements PushOutcome {}

    /** Fields of the draft break rules: problem invalid-request. Nothing was sent. */
    record Invalid(List<FieldRefusal> errors) implements PushOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was sent. */
    record Refused(Refusal refusal) implements PushOutcome {}
}
