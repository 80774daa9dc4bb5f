package dev.parley.identity;

import dev.parley.kernel.FieldRefusal;
import java.util.List;

/** Answer to {@link SignUp} and to {@link SetUp}. */
public sealed interface SignUpOutcome {
    /** There is a new user; nobody is logged in yet ({@link Sessions#open}). */
    record SignedUp(User user) implements SignUpOutcome {}

    /** Somebody has the handle, or nobody may have it. */
    record HandleTaken(String handle) implements SignUpOutcome {}

    /** Fields break rules: problem invalid-request. */
    record Invalid(List<FieldRefusal> errors) implements SignUpOutcome {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Of {@link SetUp} only: the code is wrong, or there is an operator already. */
    record WrongCode() implements SignUpOutcome {}
}
