/**
 * What the devices of a party must see, and how it reaches them: the inbox of each party, the live connections, receipts and presence.
 * Knows no message: a message is something that is carried along with an inbox entry.
 */
@ApplicationModule(displayName = "Delivery", allowedDependencies = "kernel")
@NullMarked
package dev.parley.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
