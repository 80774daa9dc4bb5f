/** Routes for those who run the server: setup, counts, users, reports, audit log and health. */
@NullMarked
package dev.parley.gateway.operator;

import org.jspecify.annotations.NullMarked;
