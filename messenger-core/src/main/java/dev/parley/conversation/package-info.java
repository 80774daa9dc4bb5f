/** Conversations between two parties and their messages: one order, one row per message, appended in groups. */
@ApplicationModule(
        displayName = "Conversation",
        allowedDependencies = {"kernel", "delivery", "delivery::spi"})
@NullMarked
package dev.parley.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
