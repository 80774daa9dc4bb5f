/** The endpoints of companies' own systems. */
@NullMarked
package dev.parley.gateway.webhook;

import org.jspecify.annotations.NullMarked;
