/** Opening hours: when the people behind an account are there, in their own time zone, with holidays. */
@ApplicationModule(
        displayName = "Opening hours",
        allowedDependencies = {"kernel", "account", "identity", "audit", "delivery"})
@NullMarked
package dev.parley.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
