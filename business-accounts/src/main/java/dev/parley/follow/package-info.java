/**
 * Follows: the relation from a user to an official account, what the account calls that user, and the window in which it
 * may write directly.
 *
 * <p>Tells conversations who may write to whom (law 7) and learns from them when a user has written.
 */
@ApplicationModule(
        displayName = "Follows",
        allowedDependencies = {
            "kernel",
            "account",
            "identity",
            "contact",
            "conversation",
            "conversation :: spi",
            "delivery"
        })
@NullMarked
package dev.parley.follow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
