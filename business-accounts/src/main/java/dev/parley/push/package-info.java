/**
 * Push messages: one official account to many followers, each within the dosage its follower chose. A push message is
 * stored once; what a follower gets of it is decided by a rule when the follower reads.
 */
@ApplicationModule(
        displayName = "Push",
        allowedDependencies = {
            "kernel",
            "identity",
            "media",
            "audit",
            "conversation",
            "draft",
            "delivery",
            "delivery::spi",
            "account",
            "follow"
        })
@NullMarked
package dev.parley.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
