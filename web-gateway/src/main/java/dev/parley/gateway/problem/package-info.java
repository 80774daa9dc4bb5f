/** Problems as clients see them (RFC 9457): their names, their wire shape, and how every failure becomes one. */
@NullMarked
package dev.parley.gateway.problem;

import org.jspecify.annotations.NullMarked;
