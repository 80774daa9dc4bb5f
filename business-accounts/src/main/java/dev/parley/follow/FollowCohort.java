package dev.parley.follow;

import java.time.LocalDate;
import java.util.Map;

/**
 * The follows that began in one calendar month.
 *
 * @param month its first day
 * @param began how many
 * @param endedAfter how many of them ended, by the number of whole months of thirty days they had lasted
 */
public record FollowCohort(LocalDate month, long began, Map<Integer, Long> endedAfter) {
    public FollowCohort {
        endedAfter = Map.copyOf(endedAfter);
    }
}
