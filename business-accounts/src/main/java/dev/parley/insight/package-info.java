/**
 * Insight: what each push message did and how an account's followers came and went. Counts only; nothing here names a
 * person, and nothing decides what anybody gets.
 */
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"kernel", "account", "contact", "follow", "push", "conversation", "conversation :: spi"})
@NullMarked
package dev.parley.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
