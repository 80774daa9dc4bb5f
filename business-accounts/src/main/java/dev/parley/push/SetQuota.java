package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;

/**
 * An operator sets what an account may release.
 *
 * @param releasesPerDay 0 to 1,000
 * @param releasesPerMonth 0 to 10,000
 * @param reason 1 to 500 characters, for the audit log
 */
public record SetQuota(
        OfficialAccountId account, UserId operator, int releasesPerDay, int releasesPerMonth, String reason) {}
