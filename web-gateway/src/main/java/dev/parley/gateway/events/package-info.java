/** Sees to it that events reach all their listeners, whichever node dies in between. */
@NullMarked
package dev.parley.gateway.events;

import org.jspecify.annotations.NullMarked;
