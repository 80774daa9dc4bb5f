package dev.parley.audit;

import org.jspecify.annotations.Nullable;

/**
 * An act to be recorded.
 *
 * @param stream {@link AuditLog#OPERATOR} or the UUID of an account
 * @param action dotted, such as {@code account.verified}
 * @param before what was changed, as it was; absent when nothing was
 * @param after what it became; absent when nothing remains
 * @param reason as the actor gave it
 */
public record NewAuditEntry(
        String stream,
        AuditActor actor,
        String action,
        AuditSubject subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String reason) {
    public NewAuditEntry {
        if (stream.isBlank() || stream.length() > 100) {
            throw new IllegalArgumentException("audit stream must have 1..100 characters, not '" + stream + "'");
        }
        if (!action.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+")) {
            throw new IllegalArgumentException("audit action must be dotted words, not '" + action + "'");
        }
    }
}
