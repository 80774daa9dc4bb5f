package dev.parley.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.hours.OpeningHours.Holiday;
import dev.parley.hours.OpeningHours.Span;
import dev.parley.hours.OpeningHours.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final OpeningHours bakery = new OpeningHours(
            BERLIN,
            List.of(span(DayOfWeek.MONDAY, "07:00", "12:00"), span(DayOfWeek.MONDAY, "14:00", "18:30")),
            List.of(new Holiday(LocalDate.of(2026, 3, 9), "Holiday")));

    @Test
    void isAlwaysOpenWhenNobodySaidOtherwise() {
        assertThat(OpeningHours.ALWAYS.at(Instant.EPOCH)).isEqualTo(new State(true, null));
    }

    @Test
    void saysUntilWhenItIsOpenInItsOwnZone() {
        assertThat(bakery.at(at("2026-03-02T08:00:00+01:00"))).isEqualTo(open("2026-03-02T12:00:00+01:00"));
        assertThat(bakery.at(at("2026-03-02T12:00:00+01:00"))).isEqualTo(closed("2026-03-02T14:00:00+01:00"));
    }

    @Test
    void passesHolidaysByAndKeepsLocalTimeOverTheChangeOfClocks() {
        assertThat(bakery.at(at("2026-03-02T18:30:00+01:00"))).isEqualTo(closed("2026-03-16T07:00:00+01:00"));
        assertThat(bakery.holidayAt(at("2026-03-09T08:00:00+01:00"))).isPresent();
        assertThat(bakery.at(at("2026-03-28T20:00:00+01:00"))).isEqualTo(closed("2026-03-30T07:00:00+02:00"));
    }

    @Test
    void goesOnOverMidnight() {
        var bar = new OpeningHours(
                BERLIN,
                List.of(span(DayOfWeek.FRIDAY, "18:00", "00:00"), span(DayOfWeek.SATURDAY, "00:00", "03:00")),
                List.of());

        assertThat(bar.at(at("2026-03-06T23:00:00+01:00"))).isEqualTo(open("2026-03-07T03:00:00+01:00"));
    }

    private static Span span(DayOfWeek day, String opens, String closes) {
        return new Span(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static State open(String until) {
        return new State(true, at(until));
    }

    private static State closed(String until) {
        return new State(false, at(until));
    }

    private static Instant at(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
