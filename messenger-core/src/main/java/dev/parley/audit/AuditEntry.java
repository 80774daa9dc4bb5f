package dev.parley.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded act.
 *
 * @param sequence position in the stream, from 1, without gaps
 * @param previousHash hash of the entry before; 64 zeros before the first
 * @param hash SHA-256 over the previous hash and this entry's canonical form, in hexadecimal
 */
public record AuditEntry(
        String stream,
        long sequence,
        Instant at,
        AuditActor actor,
        String action,
        AuditSubject subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason,
        String previousHash,
        String hash) {
    NewAuditEntry withoutPlace() {
        return new NewAuditEntry(stream, actor, action, subject, before, after, reason);
    }
}
