/** The socket: tickets, frames, limits, and the connections of devices (docs/protocol/socket.md). */
@NullMarked
package dev.parley.gateway.socket;

import org.jspecify.annotations.NullMarked;
