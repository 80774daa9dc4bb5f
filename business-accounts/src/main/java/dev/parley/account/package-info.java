/**
 * Official accounts: an organisation's presence that users follow, its team, and its way from opened to verified.
 *
 * <p>May use the kernel, the people it consists of (identity), their pictures (media) and the audit log.
 */
@ApplicationModule(
        displayName = "Official accounts",
        allowedDependencies = {"kernel", "identity", "media", "audit", "delivery"})
@NullMarked
package dev.parley.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
