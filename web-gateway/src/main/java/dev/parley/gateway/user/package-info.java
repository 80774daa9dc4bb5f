/** Routes about people: sign-up, profile, contacts, requests, blocks and reports. */
@NullMarked
package dev.parley.gateway.user;

import org.jspecify.annotations.NullMarked;
