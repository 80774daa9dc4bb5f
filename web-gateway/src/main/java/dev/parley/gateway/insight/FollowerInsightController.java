package dev.parley.gateway.insight;

import dev.parley.cost.Costs;
import dev.parley.cost.Forecasts;
import dev.parley.cost.Forecasts.Calibration;
import dev.parley.cost.Forecasts.Outlook;
import dev.parley.gateway.Items;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.insight.ActKind;
import dev.parley.insight.FollowerInsights;
import dev.parley.insight.FollowerInsights.ItemUse;
import dev.parley.insight.FollowerInsights.Retention;
import dev.parley.insight.FollowerInsights.Sources;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where followers come from, how long they stay, when they open, what they use; and what the next push message would do. */
@RestController
@RequestMapping("/api/v1/accounts/{account}/insight")
@Tag(name = "Insight")
class FollowerInsightController {
    private static final String ZONE = "in which days begin; mine when absent";

    private final FollowerInsights insights;
    private final Forecasts forecasts;
    private final Costs costs;
    private final AccountAccess access;
    private final InsightRequests requests;

    FollowerInsightController(
            FollowerInsights insights,
            Forecasts forecasts,
            Costs costs,
            AccountAccess access,
            InsightRequests requests) {
        this.insights = insights;
        this.forecasts = forecasts;
        this.costs = costs;
        this.access = access;
        this.requests = requests;
    }

    /** One hour of the week; counts are null for fewer than twenty. */
    @Schema(name = "HourOfWeek")
    record HourView(
            String day,
            int hour,
            @Nullable Long shown,
            @Nullable Long opened) {}

    /** What followers did; counts are null for an account of fewer than twenty. */
    @Schema(name = "FollowActs")
    record ActsView(
            @Nullable Long refollows,
            @Nullable Long mutes,
            @Nullable Long less,
            @Nullable Long blocks,
            @Nullable Long reports) {
        static ActsView of(Map<ActKind, @Nullable Long> acts) {
            return new ActsView(
                    acts.get(ActKind.REFOLLOW),
                    acts.get(ActKind.MUTE),
                    acts.get(ActKind.LESS),
                    acts.get(ActKind.BLOCK),
                    acts.get(ActKind.REPORT));
        }
    }

    /** How followers leave without any push message. */
    @Schema(name = "BaseRate")
    record BaseView(double halfWithinHours, double youngPerDay, double olderPerDay, Instant estimatedAt) {}

    /** Everything that is known of an account's followers, as one document. */
    @Schema(name = "InsightExport")
    record Export(
            Sources sources,
            List<Retention> retention,
            List<HourView> hours,
            ActsView acts,
            @Nullable BaseView base,
            Calibration calibration) {}

    @GetMapping("/sources")
    @Operation(
            summary = "Read by which ways the followers came",
            description =
                    "Ways on which fewer than twenty came are gathered under others, with the next larger one when it"
                            + " takes that to keep them apart from the total.")
    Sources sources(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return insights.bySource(access.member(me, account).account());
    }

    @GetMapping("/retention")
    @Operation(
            summary = "Read how followers stay",
            description =
                    "By the month in which they began: the share that still followed after 0, 1, 2 months of thirty"
                            + " days. Months in which fewer than twenty began are empty.")
    Items<Retention> retention(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = ZONE) @RequestParam(required = false) @Nullable String timeZone) {
        return new Items<>(insights.retention(access.member(me, account).account(), requests.zone(me, timeZone)));
    }

    @GetMapping("/hours")
    @Operation(
            summary = "Read at which hours push messages are opened",
            description = "The hours of a week, Monday 00:00 first, over the last ninety days.")
    Items<HourView> hours(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = ZONE) @RequestParam(required = false) @Nullable String timeZone) {
        return new Items<>(hourViews(me, access.member(me, account), timeZone));
    }

    @GetMapping("/items")
    @Operation(
            summary = "Read what of an account is used",
            description =
                    "The items of one kind, such as the entries of its menu, the most used first; counts are null for"
                            + " fewer than twenty people.")
    Items<ItemUse> items(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = "of which kind") @RequestParam(defaultValue = "menu") String what) {
        return new Items<>(insights.uses(access.member(me, account).account(), what));
    }

    @GetMapping("/acts")
    @Operation(
            summary = "Read what followers did",
            description = "How many followed again, muted, chose less, blocked or reported the account.")
    ActsView acts(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = "1 to 400") @RequestParam(defaultValue = "60") int days) {
        return ActsView.of(insights.acts(access.member(me, account).account(), requests.days(days)));
    }

    @GetMapping("/outlook")
    @Operation(
            summary = "Say what the next push message would gain and cost",
            description =
                    "Opens and unfollows as intervals of which 80 in 100 hold, from the earlier push messages of this"
                            + " account; and how many have seen others this week. Null with too few to go by.")
    Outlook outlook(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = "how many would get it at once, from the forecast") @RequestParam long atOnce) {
        var id = access.member(me, account).account();
        if (atOnce < 0) {
            throw InsightRequests.invalid("atOnce", "range", String.valueOf(atOnce), "0..", "must not be below 0");
        }
        return forecasts.outlook(id, atOnce);
    }

    @GetMapping("/calibration")
    @Operation(
            summary = "Read how well forecasts held",
            description =
                    "Each earlier push message is forecast from those before it alone, and compared with what came.")
    Calibration calibration(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return forecasts.calibration(access.member(me, account).account());
    }

    @GetMapping("/export")
    @Operation(summary = "Export what is known of the followers", description = "One JSON document.")
    Export export(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = ZONE) @RequestParam(required = false) @Nullable String timeZone) {
        var id = access.member(me, account).account();
        return new Export(
                insights.bySource(id),
                insights.retention(id, requests.zone(me, timeZone)),
                hourViews(me, access.member(me, account), timeZone),
                ActsView.of(insights.acts(id, 60)),
                costs.base(id)
                        .map(base -> new BaseView(
                                base.halfWithinHours(), base.youngPerDay(), base.olderPerDay(), base.estimatedAt()))
                        .orElse(null),
                forecasts.calibration(id));
    }

    @GetMapping(path = "/{table}.csv", produces = "text/csv")
    @Operation(summary = "Export a table of what is known of the followers", description = "With a header.")
    ResponseEntity<String> csv(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Schema(allowableValues = {"sources", "retention", "hours", "items", "calibration"}) @PathVariable
                    String table,
            @Parameter(description = ZONE) @RequestParam(required = false) @Nullable String timeZone,
            @Parameter(description = "of which kind the items are") @RequestParam(defaultValue = "menu") String what) {
        var id = access.member(me, account).account();
        var zone = requests.zone(me, timeZone);
        var text = switch (table) {
            case "sources" -> InsightTables.sources(insights.bySource(id));
            case "retention" -> InsightTables.retention(insights.retention(id, zone));
            case "hours" -> InsightTables.hours(insights.hours(id, zone));
            case "items" -> InsightTables.items(insights.uses(id, what));
            case "calibration" -> InsightTables.calibration(forecasts.calibration(id));
            default -> throw Problem.NOT_FOUND.because("There is no such table.");
        };
        return InsightRequests.csv(table + ".csv", text);
    }

    private List<HourView> hourViews(SignedIn me, AccountAccess.Access seen, @Nullable String timeZone) {
        return insights.hours(seen.account(), requests.zone(me, timeZone)).stream()
                .map(hour -> new HourView(
                        hour.day().name().toLowerCase(Locale.ROOT), hour.hour(), hour.shown(), hour.opened()))
                .toList();
    }
}
