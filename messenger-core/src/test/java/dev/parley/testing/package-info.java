/** Test support for all modules: a PostgreSQL server per JVM, a database per test class, a clock that tests set. */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
