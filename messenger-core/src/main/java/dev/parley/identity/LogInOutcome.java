package dev.parley.identity;

/** Answer to {@link LogIn}. */
public sealed interface LogInOutcome {
    /** A new session, which is a new device. */
    record LoggedIn(NewSession session) implements LogInOutcome {}

    /** Handle or password is wrong; takes the same work for both, and does not tell which. */
    record WrongCredentials() implements LogInOutcome {}

    /** Right, but an operator suspended the user. */
    record Suspended() implements LogInOutcome {}
}
