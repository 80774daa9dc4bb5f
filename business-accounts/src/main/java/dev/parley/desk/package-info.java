/**
 * The desk: an account's conversations as its team sees them; who takes care, what is closed, who waits since when.
 *
 * <p>Fed by the messages of conversations, in the same transaction.
 */
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {
            "kernel",
            "account",
            "follow",
            "identity",
            "audit",
            "conversation",
            "conversation :: spi",
            "delivery"
        })
@NullMarked
package dev.parley.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
