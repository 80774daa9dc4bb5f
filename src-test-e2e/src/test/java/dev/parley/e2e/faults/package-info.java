/** The short forms of the fault runs, and the tests of the harness itself. */
@NullMarked
package dev.parley.e2e.faults;

import org.jspecify.annotations.NullMarked;
