package dev.parley.gateway.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.care.Care;
import dev.parley.care.CareReport;
import dev.parley.care.CareReport.Figures;
import dev.parley.desk.Tags;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.session.SignedIn;
import dev.parley.insight.Csv;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How followers were cared for: for owners, agents and analysts. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/desk")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class CareController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_DAYS = 400;

    private final Care care;
    private final Tags tags;
    private final DeskAccess desk;
    private final AccountAccess access;
    private final Clock clock;

    CareController(Care care, Tags tags, DeskAccess desk, AccountAccess access, Clock clock) {
        this.care = care;
        this.tags = tags;
        this.desk = desk;
        this.access = access;
        this.clock = clock;
    }

    /** The report. @param from first day @param to last day, today */
    @Schema(name = "CareReport", description = "All cases that began in a stretch of days, together and apart.")
    record ReportView(
            LocalDate from,
            LocalDate to,
            Figures all,
            List<CareReport.OfDay> days,
            List<AgentFigures> agents,
            List<TagFigures> tags) {}

    /** Those that a team member answered first. */
    @Schema(name = "CareOfAgent")
    record AgentFigures(UUID id, String name, Figures figures) {}

    /** Those that carried a tag at closing. */
    @Schema(name = "CareOfTag")
    record TagFigures(UUID id, String name, Figures figures) {}

    @GetMapping("/report")
    @Operation(
            summary = "Read how followers were cared for",
            description =
                    "Cases that began within the last days, today included: first answer, resolution, contentment; by day,"
                            + " by who answered first, by tag. For owners, agents and analysts.")
    ReportView report(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Parameter(description = "1 to 400") @RequestParam(defaultValue = "28") int days,
            @Parameter(description = "in which days begin") @RequestParam(defaultValue = "UTC") String timeZone) {
        return read(reading(me, id), days, timeZone);
    }

    @GetMapping(path = "/report.csv", produces = "text/csv")
    @Operation(summary = "Export how followers were cared for", description = "A table with a header.")
    ResponseEntity<String> csv(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Parameter(description = "1 to 400") @RequestParam(defaultValue = "28") int days,
            @Parameter(description = "in which days begin") @RequestParam(defaultValue = "UTC") String timeZone) {
        var report = read(reading(me, id), days, timeZone);
        var table = new Csv()
                .row(
                        "kind",
                        "name",
                        "cases",
                        "answered",
                        "closed",
                        "first_answer_median_seconds",
                        "first_answer_nine_in_ten_seconds",
                        "resolution_median_seconds",
                        "ratings",
                        "rating_average");
        row(table, "all", report.from() + " to " + report.to(), report.all());
        report.days().forEach(day -> row(table, "day", day.date().toString(), day.figures()));
        report.agents().forEach(agent -> row(table, "agent", agent.name(), agent.figures()));
        report.tags().forEach(tag -> row(table, "tag", tag.name(), tag.figures()));
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("desk-report.csv")
                                .build()
                                .toString())
                .body(table.toString());
    }

    private OfficialAccountId reading(SignedIn me, UUID id) {
        return access.as(me, id, Role.OWNER, Role.AGENT, Role.ANALYST).account();
    }

    private ReportView read(OfficialAccountId account, int days, String timeZone) {
        if (days < 1 || days > MOST_DAYS) {
            throw DeskAccess.invalid("days", "range", String.valueOf(days), "A report covers 1 to 400 days.");
        }
        var zone = zone(timeZone);
        var to = clock.instant().atZone(zone).toLocalDate();
        var from = to.minusDays(days - 1L);
        var report = care.report(
                account,
                new Care.Stretch(
                        from.atStartOfDay(zone).toInstant(),
                        to.plusDays(1).atStartOfDay(zone).toInstant(),
                        zone));
        var cards = desk.cards(
                report.agents().stream().map(CareReport.OfAgent::user).toList());
        var names = tags.of(account).stream().collect(Collectors.toMap(tag -> tag.id(), tag -> tag.name()));
        return new ReportView(
                from,
                to,
                report.all(),
                report.days(),
                report.agents().stream()
                        .map(agent -> new AgentFigures(
                                agent.user().value(),
                                DeskAccess.colleague(agent.user(), cards).name(),
                                agent.figures()))
                        .toList(),
                report.tags().stream()
                        .filter(tag -> names.containsKey(tag.tag()))
                        .map(tag -> new TagFigures(tag.tag().value(), names.getOrDefault(tag.tag(), ""), tag.figures()))
                        .toList());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw DeskAccess.invalid("timeZone", "known", null, "This is not the IANA name of a time zone.");
        }
    }

    private static void row(Csv table, String kind, String name, Figures figures) {
        table.row(
                kind,
                name,
                figures.cases(),
                figures.answered(),
                figures.closed(),
                figures.firstAnswerMedianSeconds(),
                figures.firstAnswerSlowSeconds(),
                figures.resolutionMedianSeconds(),
                figures.ratings(),
                figures.ratingAverage());
    }
}
