/**
 * Uploads: pictures, checked by content, measured before decoding, with a thumbnail and a placeholder colour; videos, audio and files,
 * checked by content.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.parley.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
