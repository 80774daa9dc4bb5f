package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/**
 * A user has begun to follow an account. The user's id never leaves the server towards the account.
 *
 * @param again whether the user had followed it before and left for good
 */
public record FollowStarted(
        FollowId follow,
        OfficialAccountId account,
        FollowerId follower,
        UserId user,
        Source source,
        Instant startedAt,
        boolean again) {}
