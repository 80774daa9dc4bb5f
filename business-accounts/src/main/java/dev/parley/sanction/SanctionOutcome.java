package dev.parley.sanction;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.util.List;

/** The answer to a command about sanctions. */
public sealed interface SanctionOutcome {
    /** It was done, or had been done before. */
    record Done() implements SanctionOutcome {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid(List<FieldRefusal> errors) implements SanctionOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements SanctionOutcome {}
}
