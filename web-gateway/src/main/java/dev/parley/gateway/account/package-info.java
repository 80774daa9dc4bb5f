/** Official accounts, their teams and their audit logs, for the people who work for them. */
@NullMarked
package dev.parley.gateway.account;

import org.jspecify.annotations.NullMarked;
