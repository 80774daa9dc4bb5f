/** The routes of the server, asked over HTTP. */
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
