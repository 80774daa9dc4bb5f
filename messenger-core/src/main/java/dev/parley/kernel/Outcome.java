package dev.parley.kernel;

import java.util.List;

/**
 * The answer to a command that makes or changes one thing and can fail in no way of its own.
 *
 * @param <T> the thing as it stands now
 */
public sealed interface Outcome<T> {
    /** It was done, or had been done before. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Fields break rules: problem invalid-request. Nothing was changed. */
    record Invalid<T>(List<FieldRefusal> errors) implements Outcome<T> {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** Nothing was changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {}
}
