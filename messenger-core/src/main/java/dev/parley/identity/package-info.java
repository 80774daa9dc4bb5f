/** Users, their devices and sessions, and the operators among them. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "audit"})
@NullMarked
package dev.parley.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
