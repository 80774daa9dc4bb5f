package dev.parley.follow;

/** Hours over which followers followed, all together: those in the first time of their follow, and the others. */
public record FollowTime(double youngHours, double olderHours) {}
