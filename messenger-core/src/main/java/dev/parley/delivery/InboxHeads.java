package dev.parley.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The newest sequences of inboxes that this node was the last to append to (ADR 12). They hold as long as {@code inbox_head} still names
 * this node, which is asked under the lock of the party; so a node need not look up or write the head of a busy inbox for each batch.
 *
 * <p>A party's head is used by one transaction at a time, which has noted what it appended before the next one begins; its caller sees
 * to that. Whoever appends without them leaves the mark {@link #NOBODY}.
 */
@Component
class InboxHeads {
    /**
     * The end of an inbox.
     *
     * @param edition another one whenever somebody else may have appended in between
     */
    record Head(long last, long edition) {
        Head at(long newest) {
            return new Head(newest, edition);
        }
    }

    static final long NOBODY = 0;

    private final ThreadLocal<Set<UUID>> inUse = ThreadLocal.withInitial(Set::of);
    private final Cache<UUID, Head> heads;
    private final long writer = new SecureRandom().nextLong(1, Long.MAX_VALUE);
    private final AtomicLong editions = new AtomicLong();

    InboxHeads(DeliveryProperties properties) {
        this.heads = Caffeine.newBuilder()
                .maximumSize(properties.cachedInboxes())
                .executor(Runnable::run)
                .build();
    }

    /** Runs one transaction, to its end, that may use those of some parties. When it fails nobody knows whether it was committed. */
    <T> T use(Set<UUID> parties, Supplier<T> transaction) {
        inUse.set(parties);
        try {
            return transaction.get();
        } catch (RuntimeException | Error e) {
            heads.invalidateAll(parties);
            throw e;
        } finally {
            inUse.remove();
        }
    }

    /** The parties whose heads the calling thread may use. */
    Set<UUID> inUse() {
        return inUse.get();
    }

    /** Names this node in {@code inbox_head}; another one after each start. */
    long writer() {
        return writer;
    }

    @Nullable
    Head get(UUID party) {
        return heads.getIfPresent(party);
    }

    /** A head that was looked up. */
    Head lookedUp(long last) {
        return new Head(last, editions.incrementAndGet());
    }

    void committed(UUID party, Head head) {
        heads.put(party, head);
    }
}
