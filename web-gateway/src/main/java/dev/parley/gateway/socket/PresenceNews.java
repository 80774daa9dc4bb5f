package dev.parley.gateway.socket;

import dev.parley.contact.Contacts;
import dev.parley.delivery.Connections;
import dev.parley.delivery.Presence;
import dev.parley.delivery.Signal;
import dev.parley.kernel.PartyRef;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells contacts, and nobody else, that a user has connected or is gone. A short break is no news. */
@Component
class PresenceNews implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceNews.class);
    private static final int AT_ONCE = 4;

    private final Contacts contacts;
    private final Connections connections;
    private final Presence presence;
    private final Duration offlineAfter;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence").factory());

    PresenceNews(Contacts contacts, Connections connections, Presence presence, SocketProperties properties) {
        this.contacts = contacts;
        this.connections = connections;
        this.presence = presence;
        this.offlineAfter = properties.offlineAfter();
    }

    /** A party has its first connection. */
    void came(PartyRef party) {
        if (party.isUser()) {
            soon(() -> tell(party, true));
        }
    }

    /** A party has lost its last connection. */
    void left(PartyRef party) {
        if (party.isUser() && !later.isShutdown()) {
            later.schedule(
                    () -> {
                        if (!presence.online(party)) {
                            soon(() -> tell(party, false));
                        }
                    },
                    offlineAfter.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** A device has connected: it learns which contacts are there. */
    void greet(SocketConnection connection) {
        var party = connection.party();
        if (party.isUser()) {
            soon(() -> {
                for (var contact : contacts.contactsOf(party.asUser())) {
                    var other = PartyRef.user(contact);
                    if (presence.online(other)) {
                        connection.signal(new Signal.PresenceChanged(other, true));
                    }
                }
            });
        }
    }

    private void tell(PartyRef party, boolean online) {
        for (var contact : contacts.contactsOf(party.asUser())) {
            connections.signal(PartyRef.user(contact), new Signal.PresenceChanged(party, online));
        }
    }

    private void soon(Runnable task) {
        Thread.ofVirtual().name("presence").start(() -> {
            turns.acquireUninterruptibly();
            try {
                task.run();
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("presence was not told", e);
            } finally {
                turns.release();
            }
        });
    }

    @Override
    public void destroy() {
        later.shutdownNow();
    }
}
