package dev.parley.identity;

/** How many users there are, and how many used a session since the day began (UTC). */
public record UserCounts(long users, long activeToday, long suspended) {}
