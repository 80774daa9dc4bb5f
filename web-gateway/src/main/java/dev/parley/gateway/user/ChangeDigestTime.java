package dev.parley.gateway.user;

import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.push.DigestSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the digest shall come, in the user's time zone. */
@Schema(name = "ChangeDigestTime", description = "What is absent stays as it is.")
record ChangeDigestTime(
        @Schema(allowableValues = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        @Nullable
        String day,

        @Schema(minimum = "0", maximum = "23") @Nullable Integer hour) {
    /** These settings, with what is absent taken from the present ones. */
    DigestSettings over(DigestSettings present) {
        var newHour = hour == null ? present.hour() : hour;
        if (newHour < 0 || newHour > 23) {
            throw wrong("digest.hour", String.valueOf(newHour), "0..23", "must be within 0 and 23");
        }
        return new DigestSettings(day == null ? present.day() : weekday(day), newHour);
    }

    private static DayOfWeek weekday(String name) {
        for (var weekday : DayOfWeek.values()) {
            if (weekday.name().equalsIgnoreCase(name)) {
                return weekday;
            }
        }
        throw wrong("digest.day", name, "monday..sunday", "must be a day of the week");
    }

    private static RuntimeException wrong(String field, String value, String limit, String detail) {
        return Problem.INVALID_REQUEST.because(
                "Some fields are not valid.", List.of(new FieldProblem(field, "range", value, limit, detail)));
    }
}
