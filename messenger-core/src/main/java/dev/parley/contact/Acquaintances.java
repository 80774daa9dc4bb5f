package dev.parley.contact;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether two users may write to each other: they are contacts and neither blocks the other. Asked for every message, so the answer is remembered
 * for a moment; whatever changes it on this node makes it forgotten right after the commit.
 */
@Component
class Acquaintances {
    private static final int LARGEST_MEMORY = 200_000;

    private final JdbcClient jdbc;
    private final Cache<Pair, Boolean> mayWrite;

    Acquaintances(JdbcClient jdbc, ContactProperties properties) {
        this.jdbc = jdbc;
        this.mayWrite = Caffeine.newBuilder()
                .expireAfterWrite(properties.gateMemory())
                .maximumSize(properties.gateMemory().isZero() ? 0 : LARGEST_MEMORY)
                .build();
    }

    boolean mayWrite(UserId one, UserId other) {
        // Loading holds the entry, so forgetting after commit cannot be overtaken by a load that began before
        return requireNonNull(mayWrite.get(Pair.of(one, other), this::ask));
    }

    /** Lets changes to one pair wait for each other until the end of the transaction, which then makes the pair's answer forgotten. */
    void lock(UserId one, UserId other) {
        var pair = Pair.of(one, other);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:pair, 0))")
                .param("pair", "contact " + pair.lower() + " " + pair.higher())
                .query((row, number) -> true)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                mayWrite.invalidate(pair);
            }
        });
    }

    private boolean ask(Pair pair) {
        return jdbc.sql("""
                        select exists (select from contact where user_id = :one and contact_id = :other)
                            and not exists (select from block where party_kind = :kind
                                and ((user_id = :one and party_id = :other) or (user_id = :other and party_id = :one)))""")
                .param("one", pair.lower().value())
                .param("other", pair.higher().value())
                .param("kind", PartyRef.USER)
                .query(Boolean.class)
                .single();
    }
}
