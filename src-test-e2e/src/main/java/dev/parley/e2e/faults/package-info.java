/**
 * Faults on purpose, as repeatable commands with a seed (bin/faults, docs/reliability.md). Clients write down in a {@code Book} what they
 * sent, what was acknowledged and what each device showed; the {@code Checker} compares that with what the database holds.
 */
@NullMarked
package dev.parley.e2e.faults;

import org.jspecify.annotations.NullMarked;
