/** The story of the product, told from outside: over HTTP, the socket and in a browser. */
@NullMarked
package dev.parley.e2e;

import org.jspecify.annotations.NullMarked;
