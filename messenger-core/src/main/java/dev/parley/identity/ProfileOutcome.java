package dev.parley.identity;

import dev.parley.kernel.FieldRefusal;
import java.util.List;

/** Answer to {@link ChangeProfile}. */
public sealed interface ProfileOutcome {
    /** As it is now. */
    record Changed(User user) implements ProfileOutcome {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid(List<FieldRefusal> errors) implements ProfileOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
