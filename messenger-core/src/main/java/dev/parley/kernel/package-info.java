/** Ids, cursor and idempotency key: records only, usable by every room. */
@NullMarked
package dev.parley.kernel;

import org.jspecify.annotations.NullMarked;
