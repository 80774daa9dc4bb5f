/** Uploaded pictures: checked by content, measured before decoding, with a thumbnail and a placeholder colour. */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.parley.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
