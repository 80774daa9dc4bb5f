package dev.parley.push;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * How many push messages of one official account a follower is willing to get at once; chosen by the follower, kept by
 * the server. What does not fit is held for the digest. A closed set: a new kind is a protocol change.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Dosage.Everything.class),
    @JsonSubTypes.Type(Dosage.AtMost.class),
    @JsonSubTypes.Type(Dosage.DigestOnly.class),
    @JsonSubTypes.Type(Dosage.AnswersOnly.class)
})
public sealed interface Dosage {
    /** Each push message comes as it is released. */
    @JsonTypeName("everything")
    record Everything() implements Dosage {}

    /**
     * At most so many in a calendar period of the follower's zone; the rest is held.
     *
     * @param count 1 to 99
     */
    @JsonTypeName("at-most")
    record AtMost(int count, Period period) implements Dosage {
        public AtMost {
            if (count < 1 || count > 99) {
                throw new IllegalArgumentException("at most 1 to 99 a period, not " + count);
            }
        }
    }

    /** Everything waits for the digest. */
    @JsonTypeName("digest")
    record DigestOnly() implements Dosage {}

    /** Only answers to the follower come; push messages wait in the digest, which does not announce them. */
    @JsonTypeName("answers-only")
    record AnswersOnly() implements Dosage {}

    /** A calendar period; a week starts on Monday. */
    enum Period {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH;

        /** The first day of the period that holds this day. */
        public LocalDate firstDay(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        /** The first day of the period after the one that starts on this day. */
        public LocalDate next(LocalDate firstDay) {
            return switch (this) {
                case DAY -> firstDay.plusDays(1);
                case WEEK -> firstDay.plusWeeks(1);
                case MONTH -> firstDay.plusMonths(1);
            };
        }

        /** When the period that holds this instant began in this zone. */
        public Instant start(Instant at, ZoneId zone) {
            return firstDay(at.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant();
        }

        /** When the period that holds this instant ends in this zone, exclusive. */
        public Instant end(Instant at, ZoneId zone) {
            return next(firstDay(at.atZone(zone).toLocalDate()))
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    /** What "Less" chooses; null when this is already the least. */
    default @Nullable Dosage less() {
        return switch (this) {
            case Everything _ -> new AtMost(1, Period.WEEK);
            case AtMost _ when aMonth() > 4 -> new AtMost(1, Period.WEEK);
            case AtMost _ -> new DigestOnly();
            case DigestOnly _ -> new AnswersOnly();
            case AnswersOnly _ -> null;
        };
    }

    /** Whether this lets less through, or announces less, than the other. */
    default boolean isLessThan(Dosage other) {
        return aMonth() < other.aMonth();
    }

    /** A rank by which dosages are compared: how many can come in four weeks, below 0 when not even the digest says so. */
    private int aMonth() {
        return switch (this) {
            case Everything _ -> Integer.MAX_VALUE;
            case AtMost(var count, var period) ->
                switch (period) {
                    case DAY -> 28 * count;
                    case WEEK -> 4 * count;
                    case MONTH -> count;
                };
            case DigestOnly _ -> 0;
            case AnswersOnly _ -> -1;
        };
    }
}
