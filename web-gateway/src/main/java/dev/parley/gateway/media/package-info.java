/** Routes that take and give pictures. */
@NullMarked
package dev.parley.gateway.media;

import org.jspecify.annotations.NullMarked;
