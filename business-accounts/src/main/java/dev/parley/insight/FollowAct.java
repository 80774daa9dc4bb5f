package dev.parley.insight;

import dev.parley.follow.FollowId;
import dev.parley.follow.FollowerId;
import java.time.Instant;

/** What one follower did about an account. */
public record FollowAct(ActKind kind, Instant at, FollowId follow, FollowerId follower) {}
