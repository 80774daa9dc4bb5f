/** What a team writes for itself: notes on conversations, which no follower ever sees, and canned answers. */
@ApplicationModule(
        displayName = "Note",
        allowedDependencies = {"kernel", "account", "follow", "identity", "audit", "delivery", "desk"})
@NullMarked
package dev.parley.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
