package dev.parley.gateway.standing;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.gateway.standing.StandingViews.AppealView;
import dev.parley.gateway.standing.StandingViews.RuleView;
import dev.parley.gateway.standing.StandingViews.StandingView;
import dev.parley.sanction.Appeal.Decision;
import dev.parley.sanction.Sanctions;
import dev.parley.sanction.ScoreRule;
import dev.parley.sanction.ScoreRules;
import dev.parley.sanction.Step;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores, sanctions and appeals, for operators. */
@RestController
@RequestMapping("/api/v1/operator")
@Tag(
        name = "Operators: standing",
        description = "Annoyance scores of accounts, the rules that go by them, sanctions and appeals.")
class OperatorStandingController {
    private final StandingController standings;
    private final Sanctions sanctions;
    private final ScoreRules rules;
    private final OfficialAccounts accounts;
    private final Parties parties;

    OperatorStandingController(
            StandingController standings,
            Sanctions sanctions,
            ScoreRules rules,
            OfficialAccounts accounts,
            Parties parties) {
        this.standings = standings;
        this.sanctions = sanctions;
        this.rules = rules;
        this.accounts = accounts;
        this.parties = parties;
    }

    /** A sanction to impose. */
    @Schema(name = "NewSanction")
    record NewSanction(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"warn", "slow", "pause", "hide"})
            @Nullable
            String step,

            @Schema(description = "null: until somebody lifts it") @Nullable
            Instant until,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    /** Why. */
    @Schema(name = "SanctionReason")
    record Why(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    /** A decision on an appeal. */
    @Schema(name = "AppealDecision")
    record AppealDecision(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"lifted", "kept"})
            @Nullable
            String decision,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    /** The rules, and why they are set so. */
    @Schema(name = "NewScoreRules")
    record NewRules(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "at most 20") @Nullable
            List<@Nullable RuleView> rules,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    /** An appeal and whose it is. */
    @Schema(name = "OpenAppeal")
    record OpenAppealView(PartyView account, AppealView appeal) {}

    @GetMapping("/accounts/{id}/standing")
    @Operation(
            summary = "Read how an account stands",
            description = "The same score that followers and the company see, its sanctions and appeals.")
    StandingView standing(@PathVariable UUID id) {
        return standings.standing(known(id));
    }

    @PostMapping("/accounts/{id}/sanctions")
    @Operation(
            summary = "Impose a sanction",
            description =
                    "In place of the one in force. The account is told which, until when, why, and how to appeal.")
    StandingView impose(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable NewSanction given) {
        var body = given == null ? new NewSanction(null, null, null) : given;
        var step = Step.of(body.step());
        if (step == null) {
            throw invalid("step", "known", body.step(), "warn, slow, pause, hide", "A sanction is one of four steps.");
        }
        StandingController.done(sanctions.impose(
                new OfficialAccountId(id), me.user(), step, body.until(), body.reason() == null ? "" : body.reason()));
        return standings.standing(new OfficialAccountId(id));
    }

    @DeleteMapping("/accounts/{id}/sanctions")
    @Operation(summary = "Lift the sanction in force", description = "Repeated: nothing happens, same answer.")
    StandingView lift(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Why body) {
        StandingController.done(sanctions.lift(
                new OfficialAccountId(id), me.user(), body == null || body.reason() == null ? "" : body.reason()));
        return standings.standing(new OfficialAccountId(id));
    }

    @GetMapping("/appeals")
    @Operation(summary = "List open appeals", description = "The oldest first, at most 200.")
    Items<OpenAppealView> appeals() {
        var open = sanctions.openAppeals();
        var shown = parties.views(
                open.stream().map(appeal -> appeal.account().party()).distinct().toList());
        return new Items<>(open.stream()
                .map(appeal -> new OpenAppealView(
                        shown.getOrDefault(
                                appeal.account().party(),
                                PartyView.gone(
                                        OfficialAccountId.KIND, appeal.account().value())),
                        AppealView.of(appeal)))
                .toList());
    }

    @PostMapping("/accounts/{id}/appeals/{appeal}/decision")
    @Operation(
            summary = "Decide an appeal",
            description = "Lifted, the sanction ends at once; kept, it goes on. The account reads the reason.")
    StandingView decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID appeal,
            @RequestBody(required = false) @Nullable AppealDecision given) {
        var body = given == null ? new AppealDecision(null, null) : given;
        var decision = decision(body.decision());
        StandingController.done(sanctions.decide(
                new OfficialAccountId(id), appeal, me.user(), decision, body.reason() == null ? "" : body.reason()));
        return standings.standing(new OfficialAccountId(id));
    }

    @GetMapping("/score-rules")
    @Operation(
            summary = "Read what follows from annoyance scores",
            description = "In the order in which it is looked at.")
    Items<RuleView> rules() {
        return new Items<>(rules.all().stream().map(RuleView::of).toList());
    }

    @PutMapping("/score-rules")
    @Operation(
            summary = "Set what follows from annoyance scores",
            description = "In place of all rules there are; in the operators' audit log.")
    Items<RuleView> setRules(
            @AuthenticationPrincipal SignedIn me, @RequestBody(required = false) @Nullable NewRules given) {
        var body = given == null ? new NewRules(null, null) : given;
        if (body.rules() == null) {
            throw invalid("rules", "required", null, null, "is missing");
        }
        var wanted = body.rules().stream().map(OperatorStandingController::rule).toList();
        StandingController.done(rules.set(wanted, me.user(), body.reason() == null ? "" : body.reason()));
        return rules();
    }

    private OfficialAccountId known(UUID id) {
        return accounts.find(new OfficialAccountId(id))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such account."))
                .id();
    }

    private static Decision decision(@Nullable String given) {
        if ("lifted".equals(given)) {
            return Decision.LIFTED;
        }
        if ("kept".equals(given)) {
            return Decision.KEPT;
        }
        throw invalid("decision", "known", given, "lifted, kept", "An appeal is lifted or kept.");
    }

    private static ScoreRule rule(@Nullable RuleView view) {
        if (view == null || view.side() == null || view.effect() == null) {
            throw invalid("rules", "required", null, null, "A rule has a side and an effect.");
        }
        try {
            return new ScoreRule(
                    ScoreRule.Side.valueOf(view.side().toUpperCase(Locale.ROOT)),
                    view.score(),
                    view.days(),
                    ScoreRule.Effect.valueOf(view.effect().toUpperCase(Locale.ROOT)),
                    view.amount(),
                    view.lastingDays() == 0 ? 14 : view.lastingDays());
        } catch (IllegalArgumentException _) {
            throw invalid(
                    "rules",
                    "known",
                    view.side() + " " + view.effect(),
                    "above, below; warn, slow, pause, hide, quota",
                    "A rule has a side and an effect.");
        }
    }

    private static RuntimeException invalid(
            String field, String rule, @Nullable String value, @Nullable String limit, String detail) {
        return Problem.INVALID_REQUEST.because(
                "Some fields are not valid.", List.of(new FieldProblem(field, rule, value, limit, detail)));
    }
}
