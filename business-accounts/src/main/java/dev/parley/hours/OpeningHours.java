package dev.parley.hours;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an account's people are there. Without any span they always are: nobody has said otherwise.
 *
 * @param holidays days on which they are not, whatever the week says
 */
public record OpeningHours(ZoneId zone, List<Span> week, List<Holiday> holidays) {
    /** Nothing is said. */
    public static final OpeningHours ALWAYS = new OpeningHours(ZoneOffset.UTC, List.of(), List.of());

    private static final int DAYS_AHEAD = 366;

    public OpeningHours {
        week = week.stream()
                .sorted(Comparator.comparing(Span::day).thenComparing(Span::opens))
                .toList();
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
    }

    /** A part of a day of the week. @param closes after {@code opens}; midnight is the end of the day */
    public record Span(DayOfWeek day, LocalTime opens, LocalTime closes) {
        boolean isForwards() {
            return closes.equals(LocalTime.MIDNIGHT) || closes.isAfter(opens);
        }

        private LocalDate lastDay(LocalDate date) {
            return closes.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        }
    }

    /** A day off. @param name 0 to 60 characters */
    public record Holiday(LocalDate date, String name) {}

    /**
     * Whether they are there.
     *
     * @param until when this changes next; absent when it does not within a year
     */
    public record State(boolean open, @Nullable Instant until) {}

    /** Whether they are there at this moment, and until when. */
    public State at(Instant moment) {
        if (week.isEmpty()) {
            return new State(true, null);
        }
        var today = moment.atZone(zone).toLocalDate();
        var ahead = Stream.iterate(today.minusDays(1), day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(this::of)
                .filter(stretch -> stretch.end().isAfter(moment))
                .iterator();
        if (!ahead.hasNext()) {
            return new State(false, null);
        }
        var next = ahead.next();
        if (next.start().isAfter(moment)) {
            return new State(false, next.start());
        }
        var end = next.end();
        while (ahead.hasNext()) {
            var following = ahead.next();
            if (following.start().isAfter(end)) {
                break;
            }
            end = following.end(); // one ends at midnight where the other begins
        }
        return new State(true, end);
    }

    /** The holiday of a moment. */
    public Optional<Holiday> holidayAt(Instant moment) {
        var day = moment.atZone(zone).toLocalDate();
        return holidays.stream().filter(holiday -> holiday.date().equals(day)).findFirst();
    }

    private record Stretch(Instant start, Instant end) {}

    private Stream<Stretch> of(LocalDate date) {
        if (holidays.stream().anyMatch(holiday -> holiday.date().equals(date))) {
            return Stream.empty();
        }
        return week.stream()
                .filter(span -> span.day() == date.getDayOfWeek())
                .map(span -> new Stretch(
                        date.atTime(span.opens()).atZone(zone).toInstant(),
                        span.lastDay(date).atTime(span.closes()).atZone(zone).toInstant()));
    }
}
