/**
 * Drafts: what somebody wants to say, before it is a message body; the rules of each kind and all limits. The same for people, the desk,
 * push messages and automatic answers.
 */
@ApplicationModule(
        displayName = "Drafts",
        allowedDependencies = {"kernel", "conversation", "media"})
@NullMarked
package dev.parley.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
