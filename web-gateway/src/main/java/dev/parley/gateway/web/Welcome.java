package dev.parley.gateway.web;

import dev.parley.identity.Operators;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the end of a start where everything is, and how the first operator gets in. */
@Component
class Welcome {
    private final Operators operators;
    private final BaseAddress address;

    Welcome(Operators operators, BaseAddress address) {
        this.operators = operators;
        this.address = address;
    }

    /** Printed, not logged: whoever started the server reads it, whatever the log settings are. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        var base = address.toString();
        var text = new StringBuilder("\nParley is ready.\n")
                .append("  Client       ")
                .append(base)
                .append("/\n")
                .append("  Dashboard    ")
                .append(base)
                .append("/dashboard\n")
                .append("  Console      ")
                .append(base)
                .append("/console\n")
                .append("  API          ")
                .append(base)
                .append("/api/docs\n");
        operators
                .newSetupCode()
                .ifPresent(code -> text.append("\nThere is no operator yet. Open this once to become one:\n  ")
                        .append(base)
                        .append("/console/setup?code=")
                        .append(code)
                        .append('\n'));
        System.out.println(text);
    }
}
