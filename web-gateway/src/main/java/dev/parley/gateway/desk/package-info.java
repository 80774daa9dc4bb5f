/** The desk: an account's conversations, for the people who answer. */
@NullMarked
package dev.parley.gateway.desk;

import org.jspecify.annotations.NullMarked;
