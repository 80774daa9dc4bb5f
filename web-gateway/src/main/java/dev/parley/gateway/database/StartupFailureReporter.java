package dev.parley.gateway.database;

import java.net.BindException;
import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why the server did not start, instead of a stack trace; what it does not know is left to Spring Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFailureReporter implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println("Parley cannot start: " + sentence);
        return true;
    }

    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartupFailure known -> {
                    return known.getMessage();
                }
                case PortInUseException taken -> {
                    return portTaken(taken.getPort());
                }
                case FlywayValidateException _ -> {
                    return "the database was written by another version of Parley: " + firstLine(cause);
                }
                case BindException _ -> {
                    return "the port or address to listen on is not available: " + firstLine(cause);
                }
                case SQLException lost
                when lost.getSQLState() != null && lost.getSQLState().startsWith("08") -> {
                    return "the database does not answer: " + firstLine(cause);
                }
                default -> {}
            }
        }
        return null;
    }

    static String portTaken(int port) {
        return "port " + port + " is already taken; stop the other program or choose another port with PARLEY_PORT.";
    }

    private static String firstLine(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
