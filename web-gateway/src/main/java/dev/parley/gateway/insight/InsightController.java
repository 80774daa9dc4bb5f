package dev.parley.gateway.insight;

import dev.parley.cost.Costs;
import dev.parley.cost.Estimate;
import dev.parley.cost.PushCost;
import dev.parley.follow.FollowDay;
import dev.parley.gateway.Paging;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.conversation.BodyView;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.insight.FollowerInsights;
import dev.parley.insight.FollowerSeries;
import dev.parley.insight.Insights;
import dev.parley.insight.PushInsight;
import dev.parley.insight.PushInsight.LinkClicks;
import dev.parley.insight.SmallGroups;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an account's push messages did, and how its followers came and went: counts only. */
@RestController
@RequestMapping("/api/v1/accounts/{account}")
@Tag(name = "Insight", description = "What push messages did, and how followers came and went. Counts only.")
class InsightController {
    private final Insights insights;
    private final FollowerInsights followerInsights;
    private final Costs costs;
    private final AccountAccess access;
    private final InsightRequests requests;

    InsightController(
            Insights insights,
            FollowerInsights followerInsights,
            Costs costs,
            AccountAccess access,
            InsightRequests requests) {
        this.insights = insights;
        this.followerInsights = followerInsights;
        this.costs = costs;
        this.access = access;
        this.requests = requests;
    }

    /** What a push message did; a count is null where the group it was counted in has fewer than twenty people. */
    @Schema(name = "PushInsight")
    record PushInsightView(
            UUID id,
            BodyView body,
            Instant releasedAt,
            ReleasedByView releasedBy,

            @Schema(description = "followers at the release")
            long audience,

            @Schema(description = "too few were there for anything to be shown")
            boolean fewerThanTwenty,

            @Schema(description = "in whose conversation or digest it stands") @Nullable
            Long reached,

            @Nullable Long atOnce,

            @Schema(description = "for whom it was kept for the digest") @Nullable
            Long held,

            @Nullable Long shown,
            @Nullable Long opened,

            @Schema(description = "who wrote to the account within 48 hours of seeing it, before seeing another one")
            @Nullable
            Long replied,

            @Schema(description = "by how many of those who saw it each link was followed")
            List<LinkClicks> clicks,

            @Nullable Long mutes48h,
            @Nullable Long less48h,

            @Schema(description = "those who blocked the account included") @Nullable
            Long unfollows48h,

            @Nullable Long blocks48h,
            @Nullable Long reports48h,

            @Schema(description = "until when mutes, less, unfollows, blocks and reports are counted")
            Instant countsUntil,

            @Schema(description = "what it cost; null until 48 hours have passed, and for fewer than twenty people")
            @Nullable
            CostView cost) {
        static PushInsightView of(PushInsight insight, @Nullable PushCost cost) {
            var push = insight.push();
            return new PushInsightView(
                    push.id().value(),
                    BodyView.of(push.body()),
                    push.releasedAt(),
                    new ReleasedByView(push.releasedBy().value(), push.releasedByName()),
                    push.audience(),
                    insight.fewerThanTwenty(),
                    insight.reached(),
                    insight.atOnce(),
                    insight.held(),
                    insight.shown(),
                    insight.opened(),
                    insight.replied(),
                    insight.clicks(),
                    insight.mutes48h(),
                    insight.less48h(),
                    insight.unfollows48h(),
                    insight.blocks48h(),
                    insight.reports48h(),
                    insight.countsUntil(),
                    cost == null || SmallGroups.within(insight.shown(), 0L) == null ? null : CostView.of(cost));
        }
    }

    /** What is laid to a push message, each with half the width of its interval (95 of 100 hold). */
    @Schema(name = "PushCost")
    record CostView(
            @Schema(description = "followers who left because of it, those who blocked the account included")
            Estimate left,

            Estimate blocked,
            Estimate muted,
            Estimate less,
            Estimate reported,

            @Schema(description = "of those who saw it, how many leave within 48 hours anyway")
            double usual,

            @Schema(description = "whether the whole interval lies above what leaves anyway")
            boolean costly) {
        static CostView of(PushCost cost) {
            return new CostView(
                    cost.left(),
                    cost.blocked(),
                    cost.muted(),
                    cost.less(),
                    cost.reported(),
                    cost.usual(),
                    cost.costly());
        }
    }

    /** The team member who released it, as called then. */
    @Schema(name = "ReleasedBy")
    record ReleasedByView(UUID id, String name) {}

    /** Followers over time. */
    @Schema(name = "FollowerSeries")
    record SeriesView(long followers, long change, long came, long left, List<FollowDay> days, List<MarkView> pushes) {
        static SeriesView of(FollowerSeries series) {
            return new SeriesView(
                    series.followers(),
                    series.change(),
                    series.came(),
                    series.left(),
                    series.days(),
                    series.pushes().stream()
                            .map(push -> new MarkView(
                                    push.id().value(),
                                    push.releasedAt(),
                                    push.body().preview()))
                            .toList());
        }
    }

    /** A push message on the line of followers. */
    @Schema(name = "PushMark")
    record MarkView(UUID id, Instant at, String title) {}

    @GetMapping("/push-messages")
    @Operation(summary = "List push messages and what they did", description = "Newest first.")
    Page<PushInsightView> list(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var id = access.member(me, account).account();
        var page = insights.page(id, cursor, Paging.limit(limit));
        var cost = costs.of(id, page.items().stream().map(PushInsight::push).toList());
        return Paging.show(page, it -> PushInsightView.of(it, cost.get(it.push().id())));
    }

    @GetMapping("/push-messages/{push}")
    @Operation(summary = "Read what one push message did")
    PushInsightView one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @PathVariable UUID push) {
        var id = access.member(me, account).account();
        return insights.find(id, new MessageId(push))
                .map(it -> PushInsightView.of(
                        it, costs.of(id, List.of(it.push())).get(it.push().id())))
                .orElseThrow(() -> Problem.NOT_FOUND.because("This account has released no such push message."));
    }

    @GetMapping(path = "/push-messages.csv", produces = "text/csv")
    @Operation(
            summary = "Export what push messages did",
            description = "A table with a header, newest first; fields are empty for fewer than twenty people.")
    ResponseEntity<String> pushCsv(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        var id = access.member(me, account).account();
        var all = insights.all(id);
        var cost = costs.of(id, all.stream().map(PushInsight::push).toList());
        return InsightRequests.csv("push-messages.csv", InsightTables.pushes(all, cost));
    }

    @GetMapping("/insight/followers")
    @Operation(
            summary = "Read the followers over time",
            description = "One entry per day, today included, oldest first.")
    SeriesView followers(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = "1 to 400") @RequestParam(defaultValue = "60") int days,
            @Parameter(description = "in which days begin; mine when absent") @RequestParam(required = false) @Nullable
                    String timeZone) {
        var id = access.member(me, account).account();
        return SeriesView.of(followerInsights.byDay(id, requests.days(days), requests.zone(me, timeZone)));
    }

    @GetMapping(path = "/followers.csv", produces = "text/csv")
    @Operation(summary = "Export the followers over time", description = "A table with a header, oldest day first.")
    ResponseEntity<String> followersCsv(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(description = "1 to 400") @RequestParam(defaultValue = "60") int days,
            @Parameter(description = "in which days begin; mine when absent") @RequestParam(required = false) @Nullable
                    String timeZone) {
        var id = access.member(me, account).account();
        var series = followerInsights.byDay(id, requests.days(days), requests.zone(me, timeZone));
        return InsightRequests.csv("followers.csv", InsightTables.followers(series));
    }
}
