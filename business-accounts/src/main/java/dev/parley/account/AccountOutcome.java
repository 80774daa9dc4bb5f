package dev.parley.account;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.util.List;

/** The answer to a command about one official account. */
public sealed interface AccountOutcome {
    /** It was done, or had been done before; the account as it stands now. */
    record Done(OfficialAccount account) implements AccountOutcome {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid(List<FieldRefusal> errors) implements AccountOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was changed. */
    record Refused(Refusal refusal) implements AccountOutcome {}
}
