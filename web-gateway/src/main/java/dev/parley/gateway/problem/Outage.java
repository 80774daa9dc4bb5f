package dev.parley.gateway.problem;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away from everything else that can fail: it is nobody's fault here, and trying again helps. */
public final class Outage {
    /** Connection lost, no resources (a full disk too), ended by an operator or a crash, system error such as a failing disk. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** Whether this failure comes from a database that does not answer at the moment. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The pool says without a state that the connection was ended under a transaction. */
    private static boolean isOutage(SQLException failure) {
        var state = failure.getSQLState();
        return state == null
                ? "Connection is closed".equals(failure.getMessage())
                : state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }

    /** The same for every way to say it. */
    public static ProblemView view() {
        return Problem.UNAVAILABLE.view("The database does not answer at the moment; try again.");
    }
}
