package dev.parley.gateway.operator;

import dev.parley.contact.Report;
import dev.parley.contact.Reports;
import dev.parley.gateway.Paging;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.kernel.Page;
import dev.parley.kernel.PartyRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What users told the operators about others. */
@RestController
@RequestMapping("/api/v1/operator/reports")
@Tag(name = "Reports", description = "What users told the operators about others.")
class OperatorReportController {
    private final Reports reports;
    private final Parties parties;

    OperatorReportController(Reports reports, Parties parties) {
        this.reports = reports;
        this.parties = parties;
    }

    /** A report with who made it. */
    @Schema(name = "OperatorReport")
    record ReportView(
            UUID id,
            PartyView by,
            PartyView party,

            @Schema(allowableValues = {"spam", "abuse", "fraud", "other"})
            String reason,

            @Nullable String comment,
            Instant at) {}

    @GetMapping
    @Operation(summary = "List reports", description = "Newest first.")
    Page<ReportView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var page = reports.list(cursor, Paging.limit(limit));
        var views = parties.views(page.items().stream()
                .flatMap(report -> Stream.of(PartyRef.user(report.by()), report.party()))
                .toList());
        return Paging.show(page, report -> view(report, views));
    }

    private static ReportView view(Report report, Map<PartyRef, PartyView> views) {
        var by = PartyRef.user(report.by());
        var about = report.party();
        return new ReportView(
                report.id(),
                views.getOrDefault(by, PartyView.gone(by.kind(), by.id())),
                views.getOrDefault(about, PartyView.gone(about.kind(), about.id())),
                report.reason().name().toLowerCase(Locale.ROOT),
                report.comment(),
                report.at());
    }
}
