/**
 * Webhooks: our calls to a company's own systems, signed as in Standard Webhooks, repeated until they are taken or given up.
 *
 * <p>Learns from follows what has happened, and hands companies nothing but what their account may know.
 */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"kernel", "account", "follow", "audit", "identity"})
@NullMarked
package dev.parley.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
