/** Follows, as the follower sees and changes them. */
@NullMarked
package dev.parley.gateway.follow;

import org.jspecify.annotations.NullMarked;
