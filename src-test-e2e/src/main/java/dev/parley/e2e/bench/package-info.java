/** The load benchmark: a closed loop over many connections, against the server and against a bare relay in the same run. */
@NullMarked
package dev.parley.e2e.bench;

import org.jspecify.annotations.NullMarked;
