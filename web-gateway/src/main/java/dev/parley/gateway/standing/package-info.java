/** Annoyance scores, the rules that go by them, sanctions and appeals on the wire. */
@NullMarked
package dev.parley.gateway.standing;

import org.jspecify.annotations.NullMarked;
