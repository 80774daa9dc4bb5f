package dev.parley.gateway.socket;

import dev.parley.account.AccountSuspended;
import dev.parley.delivery.Connections;
import dev.parley.identity.SessionEnded;
import dev.parley.identity.UserSuspended;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends the connections of whoever has logged out or was suspended. A second run finds nothing left to end. */
@Component
class EndedSessions {
    private final Connections connections;

    EndedSessions(Connections connections) {
        this.connections = connections;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(SessionEnded event) {
        connections.endUser(event.user(), event.device());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(UserSuspended event) {
        connections.endUser(event.user(), null);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AccountSuspended event) {
        connections.endParty(event.account().party(), null);
    }
}
