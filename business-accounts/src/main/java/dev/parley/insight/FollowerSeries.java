package dev.parley.insight;

import dev.parley.follow.FollowDay;
import dev.parley.push.PushMessage;
import java.util.List;

/**
 * An account's followers over a number of days.
 *
 * @param followers at the end of the last day
 * @param change since the end of the day before the first
 * @param days one entry per day, oldest first
 * @param pushes what was released on these days, in rising order
 */
public record FollowerSeries(
        long followers, long change, long came, long left, List<FollowDay> days, List<PushMessage> pushes) {
    public FollowerSeries {
        days = List.copyOf(days);
        pushes = List.copyOf(pushes);
    }
}
