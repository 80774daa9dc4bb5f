/**
 * How followers are cared for: cases from question to closing, how long they took, and how content the follower was. Fed by the desk, in
 * the same transaction.
 */
@ApplicationModule(
        displayName = "Care",
        allowedDependencies = {"kernel", "account", "identity", "conversation", "desk", "desk :: spi"})
@NullMarked
package dev.parley.care;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
