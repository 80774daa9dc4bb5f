/**
 * Article pages: what an account writes for reading, with a cover and a body from a safe editor; seen in a preview first, published, and
 * taken back later.
 */
@ApplicationModule(
        displayName = "Article pages",
        allowedDependencies = {"kernel", "account", "identity", "media", "audit"})
@NullMarked
package dev.parley.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
