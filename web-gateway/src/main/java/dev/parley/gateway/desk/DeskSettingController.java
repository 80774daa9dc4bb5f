package dev.parley.gateway.desk;

import dev.parley.desk.AssignmentMode;
import dev.parley.desk.DeskSetting;
import dev.parley.desk.DeskSettings;
import dev.parley.gateway.Outcomes;
import dev.parley.gateway.session.SignedIn;
import dev.parley.hours.Hours;
import dev.parley.hours.OpeningHours;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an account's desk works, and when its people are there. */
@RestController
@RequestMapping("/api/v1/accounts/{id}")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class DeskSettingController {
    private final DeskSettings settings;
    private final Hours hours;
    private final DeskAccess access;
    private final Clock clock;

    DeskSettingController(DeskSettings settings, Hours hours, DeskAccess access, Clock clock) {
        this.settings = settings;
        this.hours = hours;
        this.access = access;
        this.clock = clock;
    }

    /** How the desk works. */
    @Schema(name = "DeskSetting", description = "How an account's desk works.")
    record SettingView(AssignmentMode assignment, boolean asksSatisfaction) {}

    /** Body of a setting; what is absent is as usual. */
    @Schema(name = "NewDeskSetting")
    record NewSetting(
            @Nullable AssignmentMode assignment,

            @Schema(description = "ask followers for 1 to 5 after a conversation was closed") @Nullable
            Boolean asksSatisfaction) {}

    /** Opening hours. @param open whether somebody is there now @param until when that changes; null when it does not within a year */
    @Schema(name = "OpeningHours", description = "When an account's people are there.")
    record HoursView(
            String timeZone,
            List<SpanView> week,
            List<HolidayView> holidays,
            boolean open,
            @Nullable Instant until) {}

    /** A part of a day of the week. */
    @Schema(name = "OpeningSpan")
    record SpanView(
            @Schema(
                    allowableValues = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String day,

            @Schema(example = "07:00", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String opens,

            @Schema(
                    example = "18:30",
                    description = "00:00 is the end of the day",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String closes) {}

    /** A day off. */
    @Schema(name = "Holiday")
    record HolidayView(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            LocalDate date,

            @Nullable String name) {}

    /** Body of opening hours. */
    @Schema(name = "NewOpeningHours", description = "All of it is set; without any span the account is always open.")
    record NewHours(
            @Schema(description = "IANA name", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String timeZone,

            @Schema(description = "at most 28") @Nullable List<SpanView> week,

            @Schema(description = "at most 200") @Nullable List<HolidayView> holidays) {}

    @GetMapping("/desk/settings")
    @Operation(summary = "Read how the desk works")
    SettingView setting(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return view(settings.of(access.answering(me, id)));
    }

    @PutMapping("/desk/settings")
    @Operation(
            summary = "Say how the desk works",
            description =
                    "Owners only. Round robin and by load give waiting conversations to those who are at the desk.")
    SettingView set(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewSetting body) {
        var account = access.owned(me, id);
        return view(settings.set(
                account,
                me.user(),
                new DeskSetting(
                        body.assignment() == null ? AssignmentMode.BY_HAND : body.assignment(),
                        Boolean.TRUE.equals(body.asksSatisfaction()))));
    }

    @GetMapping("/opening-hours")
    @Operation(summary = "Read the opening hours", description = "Every member may.")
    HoursView hours(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return view(hours.of(access.member(me, id)));
    }

    @PutMapping("/opening-hours")
    @Operation(summary = "Set the opening hours", description = "Owners only.")
    HoursView set(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody NewHours body) {
        var account = access.owned(me, id);
        return view(Outcomes.value(hours.set(account, me.user(), read(body))));
    }

    private static SettingView view(DeskSetting setting) {
        return new SettingView(setting.assignment(), setting.asksSatisfaction());
    }

    private HoursView view(OpeningHours given) {
        var state = given.at(clock.instant());
        return new HoursView(
                given.zone().getId(),
                given.week().stream()
                        .map(span -> new SpanView(
                                span.day().name().toLowerCase(Locale.ROOT),
                                span.opens().toString(),
                                span.closes().toString()))
                        .toList(),
                given.holidays().stream()
                        .map(holiday -> new HolidayView(holiday.date(), holiday.name()))
                        .toList(),
                state.open(),
                state.until());
    }

    private static OpeningHours read(NewHours body) {
        var zone = body.timeZone();
        if (zone == null) {
            throw DeskAccess.missing("timeZone");
        }
        var week = body.week() == null ? List.<SpanView>of() : body.week();
        var holidays = body.holidays() == null ? List.<HolidayView>of() : body.holidays();
        return new OpeningHours(
                zone(zone),
                week.stream().map(DeskSettingController::span).toList(),
                holidays.stream().map(DeskSettingController::holiday).toList());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw DeskAccess.invalid("timeZone", "known", null, "This is not the IANA name of a time zone.");
        }
    }

    private static OpeningHours.Span span(@Nullable SpanView given) {
        if (given == null || given.day() == null || given.opens() == null || given.closes() == null) {
            throw DeskAccess.missing("week");
        }
        try {
            return new OpeningHours.Span(
                    DayOfWeek.valueOf(given.day().toUpperCase(Locale.ROOT)),
                    LocalTime.parse(given.opens()),
                    LocalTime.parse(given.closes()));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw DeskAccess.invalid("week", "pattern", null, "A span has a day and two times such as 07:00.");
        }
    }

    private static OpeningHours.Holiday holiday(@Nullable HolidayView given) {
        if (given == null || given.date() == null) {
            throw DeskAccess.missing("holidays");
        }
        return new OpeningHours.Holiday(given.date(), given.name() == null ? "" : given.name());
    }
}
