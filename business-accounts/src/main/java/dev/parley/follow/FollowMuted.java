package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** A follower has muted an account, or unmuted it. */
public record FollowMuted(FollowId follow, OfficialAccountId account, UserId user, boolean muted, Instant at) {}
