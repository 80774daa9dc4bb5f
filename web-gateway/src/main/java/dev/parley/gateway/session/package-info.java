/** Who is asking: sessions, cookies, tokens, security rules and request limits. */
@NullMarked
package dev.parley.gateway.session;

import org.jspecify.annotations.NullMarked;
