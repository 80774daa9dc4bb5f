package dev.parley.audit;

/**
 * What was acted upon, as it was called then.
 *
 * @param kind such as {@code user} or {@code account}
 */
public record AuditSubject(String kind, String id, String name) {}
