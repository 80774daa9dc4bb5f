package dev.parley.contact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether two users may write to each other: they are contacts and neither blocks the other. Asked for every message, so a yes is remembered for
 * a moment; whatever changes it on this node makes it forgotten right after the commit. What is about to be written is asked for again, from
 * the tables: whoever changes a pair tells one of the two in the same transaction and so locks an inbox that the writer has locked, too.
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
        // Loading holds the entry, so forgetting after commit cannot be overtaken by a load that began before; a no is
        // not kept
        return mayWrite.get(
                        Pair.of(one, other), pair -> mayWriteNow(Set.of(pair)).contains(pair) ? true : null)
                != null;
    }

    /** Those of the pairs who may write to each other now; one statement, however many. */
    Set<Pair> mayWriteNow(Collection<Pair> pairs) {
        return Set.copyOf(jdbc.sql("""
                        select asked.one, asked.other from unnest(?, ?) as asked (one, other)
                        where exists (select from contact where user_id = asked.one and contact_id = asked.other)
                            and not exists (select from block
                                where party_kind = ? and user_id = asked.one and party_id = asked.other)
                            and not exists (select from block
                                where party_kind = ? and user_id = asked.other and party_id = asked.one)""")
                .param(pairs.stream().map(pair -> pair.lower().value()).toArray(UUID[]::new))
                .param(pairs.stream().map(pair -> pair.higher().value()).toArray(UUID[]::new))
                .param(PartyRef.USER)
                .param(PartyRef.USER)
                .query((row, number) -> new Pair(
                        new UserId(row.getObject("one", UUID.class)), new UserId(row.getObject("other", UUID.class))))
                .list());
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
}
