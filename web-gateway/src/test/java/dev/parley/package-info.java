/** The house as a whole: its walls, its routes and its documents. */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
