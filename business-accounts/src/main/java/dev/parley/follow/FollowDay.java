package dev.parley.follow;

import java.time.LocalDate;

/**
 * One day in an account's history.
 *
 * @param followers how many followed at the end of the day
 * @param came follows that began on the day
 * @param left follows that ended on the day
 */
public record FollowDay(LocalDate date, long followers, long came, long left) {}
