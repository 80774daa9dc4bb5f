/** Automatic answers: an account's rules, and a tester that shows which one answers. */
@NullMarked
package dev.parley.gateway.answer;

import org.jspecify.annotations.NullMarked;
