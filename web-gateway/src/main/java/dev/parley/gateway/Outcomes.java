package dev.parley.gateway;

import dev.parley.gateway.problem.Problem;
import dev.parley.kernel.Outcome;

/** Turns the outcomes of commands into what a controller gives back. */
public final class Outcomes {
    private Outcomes() {}

    /** The thing that was made or changed; throws the problem otherwise. */
    public static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Invalid<T>(var errors) -> throw Problem.of(errors);
            case Outcome.Refused<T>(var refusal) -> throw Problem.of(refusal);
        };
    }
}
