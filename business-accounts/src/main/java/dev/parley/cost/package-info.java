/**
 * Costs: what a push message cost its account in followers, what the next one would cost, and how much an account annoys. Everything here
 * is an estimate that says how sure it is; docs/insight.md has the formulas.
 */
@ApplicationModule(
        displayName = "Costs",
        allowedDependencies = {"kernel", "account", "follow", "push", "insight"})
@NullMarked
package dev.parley.cost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
