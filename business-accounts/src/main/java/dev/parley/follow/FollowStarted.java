package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** A user has begun to follow an account. The user's id never leaves the server towards the account. */
public record FollowStarted(
        FollowId follow,
        OfficialAccountId account,
        FollowerId follower,
        UserId user,
        Source source,
        Instant startedAt) {}
