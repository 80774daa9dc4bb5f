package dev.parley.gateway.socket;

import dev.parley.contact.Contacts;
import dev.parley.delivery.Connections;
import dev.parley.delivery.NodesRejoined;
import dev.parley.delivery.PartiesLost;
import dev.parley.delivery.Presence;
import dev.parley.delivery.Signal;
import dev.parley.kernel.PartyRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells contacts, and nobody else, that a user has connected or is gone, on whichever node. A short break is no news. */
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

    /** A party has its first connection here. */
    void came(PartyRef party) {
        if (party.isUser()) {
            soon(() -> presence.came(party, contactsOf(party)));
        }
    }

    /** A party has lost its last connection here. */
    void left(PartyRef party) {
        if (party.isUser() && !later.isShutdown()) {
            later.schedule(
                    () -> {
                        if (!connections.online(party)) {
                            soon(() -> presence.left(party, contactsOf(party)));
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
                var away = new ArrayList<PartyRef>();
                for (var contact : contactsOf(party)) {
                    if (presence.online(contact)) {
                        connection.signal(new Signal.PresenceChanged(contact, true));
                    }
                    if (!connections.online(contact)) {
                        away.add(contact);
                    }
                }
                presence.ask(away, party);
            });
        }
    }

    /** Their node has died. Harmless when repeated: who has come back is left out. */
    @EventListener
    void on(PartiesLost event) {
        for (var party : event.parties()) {
            if (party.isUser()) {
                soon(() -> presence.lost(party, contactsOf(party)));
            }
        }
    }

    /** What was said while the other nodes could not be heard is said again, and asked again. */
    @EventListener
    void on(NodesRejoined event) {
        for (var party : connections.connected(PartyRef.USER)) {
            soon(() -> {
                var others = contactsOf(party);
                presence.came(party, others);
                presence.ask(
                        others.stream()
                                .filter(other -> !connections.online(other))
                                .toList(),
                        party);
            });
        }
    }

    private List<PartyRef> contactsOf(PartyRef party) {
        return contacts.contactsOf(party.asUser()).stream().map(PartyRef::user).toList();
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
