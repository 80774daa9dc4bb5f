package dev.parley.gateway.events;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives events to their listeners again when those have not finished after a minute: their node has died, or they failed. One node at a
 * time looks (a lock that ends with the transaction), and what was given again in the last minute is left alone. A listener may run twice
 * all the same, and each says what makes the second run harmless.
 */
@Component
class UnfinishedEvents {
    private static final long KEY = 0x6576656e7473L; // "events"
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final IncompleteEventPublications publications;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnfinishedEvents(
            IncompleteEventPublications publications, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.publications = publications;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void giveAgain() {
        transaction.executeWithoutResult(_ -> {
            if (isOurs()) {
                var earliest = clock.instant().minus(PATIENCE);
                publications.resubmitIncompletePublications(ResubmissionOptions.defaults()
                        .withMinAge(PATIENCE)
                        .withBatchSize(AT_ONCE)
                        .withFilter(publication -> publication.getLastResubmissionDate() == null
                                || publication.getLastResubmissionDate().isBefore(earliest)));
            }
        });
    }

    private boolean isOurs() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(KEY)
                .query(Boolean.class)
                .single();
    }
}
