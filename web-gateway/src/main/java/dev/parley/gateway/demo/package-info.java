/** A small living world for trying things out, made through the rooms' own doors: {@code bin/run --demo}. */
@NullMarked
package dev.parley.gateway.demo;

import org.jspecify.annotations.NullMarked;
