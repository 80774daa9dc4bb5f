package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** A follow has ended for good: its undo time is over. Delivery had stopped at {@code endedAt} already. */
public record FollowEnded(
        FollowId follow, OfficialAccountId account, FollowerId follower, UserId user, Instant endedAt) {}
