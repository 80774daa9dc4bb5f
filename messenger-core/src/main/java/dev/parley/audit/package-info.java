/** Everything an operator or a team member does, hash-chained per stream and exportable. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.parley.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
