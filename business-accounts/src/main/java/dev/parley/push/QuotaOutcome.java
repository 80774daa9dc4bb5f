package dev.parley.push;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.util.List;

/** The answer to setting a quota. */
public sealed interface QuotaOutcome {
    /** It holds from the next release on. */
    record Set(Quota quota) implements QuotaOutcome {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid(List<FieldRefusal> errors) implements QuotaOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements QuotaOutcome {}
}
