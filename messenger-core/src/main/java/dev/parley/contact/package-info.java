/** Who knows whom: requests, contacts, blocks and reports; lets users write only to their contacts. */
@ApplicationModule(
        displayName = "Contact",
        allowedDependencies = {"kernel", "identity", "delivery", "conversation", "conversation::spi"})
@NullMarked
package dev.parley.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
