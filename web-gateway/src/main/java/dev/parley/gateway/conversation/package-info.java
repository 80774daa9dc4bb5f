/** Routes about conversations, their messages and receipts. */
@NullMarked
package dev.parley.gateway.conversation;

import org.jspecify.annotations.NullMarked;
