package dev.parley.identity;

import dev.parley.kernel.UserId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The users who run the server. */
@Service
public class Operators {
    /** Makes a new setup code, which replaces any earlier one; empty once there is an operator. To be called at each start. */
    public Optional<String> newSetupCode() {
        throw new UnsupportedOperationException();
    }

    /** Whether there is no operator yet. */
    public boolean awaitsSetUp() {
        throw new UnsupportedOperationException();
    }

    /** Makes the first operator. The code works once. */
    public SignUpOutcome setUp(SetUp command) {
        throw new UnsupportedOperationException();
    }

    /** Whether a user is an operator. */
    public boolean isOperator(UserId user) {
        throw new UnsupportedOperationException();
    }
}
