package dev.parley.gateway.insight;

import dev.parley.follow.FollowDay;
import dev.parley.gateway.Paging;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.conversation.BodyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.Users;
import dev.parley.insight.FollowerSeries;
import dev.parley.insight.Insights;
import dev.parley.insight.PushInsight;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** What an account's push messages did, and how its followers came and went: counts only. */
@RestController
@RequestMapping("/api/v1/accounts/{account}")
@Tag(name = "Insight", description = "What push messages did, and how followers came and went. Counts only.")
class InsightController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_DAYS = 400;

    private final Insights insights;
    private final AccountAccess access;
    private final Users users;

    InsightController(Insights insights, AccountAccess access, Users users) {
        this.insights = insights;
        this.access = access;
        this.users = users;
    }

    /** What a push message did. */
    @Schema(name = "PushInsight")
    record PushInsightView(
            UUID id,
            BodyView body,
            Instant releasedAt,
            ReleasedByView releasedBy,

            @Schema(description = "followers at the release")
            long audience,

            @Schema(description = "in whose conversation or digest it stands")
            long reached,

            long atOnce,

            @Schema(description = "for whom it was kept for the digest")
            long held,

            long shown,
            long opened,
            long mutes48h,
            long less48h,
            long unfollows48h,

            @Schema(description = "until when mutes, less and unfollows are counted")
            Instant countsUntil) {
        static PushInsightView of(PushInsight insight) {
            var push = insight.push();
            return new PushInsightView(
                    push.id().value(),
                    BodyView.of(push.body()),
                    push.releasedAt(),
                    new ReleasedByView(push.releasedBy().value(), push.releasedByName()),
                    push.audience(),
                    insight.reached(),
                    insight.atOnce(),
                    insight.held(),
                    insight.shown(),
                    insight.opened(),
                    insight.mutes48h(),
                    insight.less48h(),
                    insight.unfollows48h(),
                    insight.countsUntil());
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
        return Paging.show(insights.page(id, cursor, Paging.limit(limit)), PushInsightView::of);
    }

    @GetMapping("/push-messages/{push}")
    @Operation(summary = "Read what one push message did")
    PushInsightView one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @PathVariable UUID push) {
        var id = access.member(me, account).account();
        return insights.find(id, new MessageId(push))
                .map(PushInsightView::of)
                .orElseThrow(() -> Problem.NOT_FOUND.because("This account has released no such push message."));
    }

    @GetMapping(path = "/push-messages.csv", produces = "text/csv")
    @Operation(summary = "Export what push messages did", description = "A table with a header, newest first.")
    ResponseEntity<String> pushCsv(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        var id = access.member(me, account).account();
        return csv("push-messages.csv", insights.pushCsv(id));
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
        return SeriesView.of(insights.followers(id, days(days), zone(me, timeZone)));
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
        return csv("followers.csv", insights.followersCsv(id, days(days), zone(me, timeZone)));
    }

    private static ResponseEntity<String> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }

    private static int days(int asked) {
        if (asked < 1 || asked > MOST_DAYS) {
            throw invalid(
                    "days", "range", String.valueOf(asked), "1.." + MOST_DAYS, "must be within 1 and " + MOST_DAYS);
        }
        return asked;
    }

    private ZoneId zone(SignedIn me, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return users.timeZones(List.of(me.user())).getOrDefault(me.user(), ZoneOffset.UTC);
        }
        try {
            return ZoneId.of(asked);
        } catch (DateTimeException _) {
            throw invalid("timeZone", "known", asked, null, "is not the IANA name of a time zone");
        }
    }

    private static RuntimeException invalid(
            String field, String rule, @Nullable String value, @Nullable String limit, String detail) {
        return Problem.INVALID_REQUEST.because(
                "Some fields are not valid.", List.of(new FieldProblem(field, rule, value, limit, detail)));
    }
}
