/**
 * Automatic answers: rules of an account that answer followers by keyword and by opening hours, until a person takes over. Each one is
 * marked as written by a machine.
 */
@ApplicationModule(
        displayName = "Automatic answers",
        allowedDependencies = {
            "kernel",
            "account",
            "identity",
            "audit",
            "conversation",
            "delivery",
            "desk",
            "desk :: spi",
            "hours"
        })
@NullMarked
package dev.parley.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
