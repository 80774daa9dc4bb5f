package dev.parley.care;

import dev.parley.desk.TagId;
import dev.parley.kernel.UserId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an account's followers were cared for in a stretch of time: all cases that began in it.
 *
 * @param agents by who answered first
 * @param tags by the tags at closing; a case with two tags counts in both
 */
public record CareReport(Figures all, List<OfDay> days, List<OfAgent> agents, List<OfTag> tags) {
    /**
     * The figures of some cases.
     *
     * @param firstAnswerMedianSeconds half of those answered took at most so long; absent when none was
     * @param firstAnswerSlowSeconds nine in ten took at most so long
     * @param resolutionMedianSeconds half of those closed took at most so long
     * @param ratingAverage absent when nobody has rated
     */
    public record Figures(
            long cases,
            long answered,
            long closed,
            @Nullable Long firstAnswerMedianSeconds,
            @Nullable Long firstAnswerSlowSeconds,
            @Nullable Long resolutionMedianSeconds,
            long ratings,
            @Nullable Double ratingAverage) {}

    /** Those that began on a day. */
    public record OfDay(LocalDate date, Figures figures) {}

    /** Those that a team member answered first. */
    public record OfAgent(UserId user, Figures figures) {}

    /** Those that carried a tag. */
    public record OfTag(TagId tag, Figures figures) {}
}
