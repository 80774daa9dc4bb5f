package dev.parley.audit;

import java.util.UUID;

/**
 * Who acted, as they were called then.
 *
 * @param role {@code operator}, or the role in the account's team
 */
public record AuditActor(UUID id, String name, String role) {}
