package dev.parley.follow;

import dev.parley.kernel.Refusal;

/** The answer to following an account. */
public sealed interface FollowOutcome {
    /** A follow began. */
    record Followed(Follow follow) implements FollowOutcome {}

    /** The user followed already; nothing was changed. */
    record AlreadyFollowing(Follow follow) implements FollowOutcome {}

    /** The follow did not begin. */
    record Refused(Refusal refusal) implements FollowOutcome {}
}
