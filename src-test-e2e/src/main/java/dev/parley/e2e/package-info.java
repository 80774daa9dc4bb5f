/** Drives a started server from outside: its process, HTTP and WebSocket. Shared by the end-to-end tests and the benchmark. */
@NullMarked
package dev.parley.e2e;

import org.jspecify.annotations.NullMarked;
