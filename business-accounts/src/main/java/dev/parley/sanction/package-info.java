/**
 * Sanctions: what happens to an account that annoys, by rules that operators set and by their own decision, step by step; and how it can appeal.
 */
@ApplicationModule(
        displayName = "Sanctions",
        allowedDependencies = {"kernel", "identity", "audit", "delivery", "account", "push", "cost"})
@NullMarked
package dev.parley.sanction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
