package dev.parley.gateway.standing;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Role;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.gateway.standing.StandingViews.AnnoyanceView;
import dev.parley.gateway.standing.StandingViews.AppealView;
import dev.parley.gateway.standing.StandingViews.RuleView;
import dev.parley.gateway.standing.StandingViews.SanctionView;
import dev.parley.gateway.standing.StandingViews.StandingView;
import dev.parley.sanction.SanctionOutcome;
import dev.parley.sanction.Sanctions;
import dev.parley.sanction.ScoreRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an account stands: its annoyance score, for everybody; what follows from it, and the appeal, for its team. */
@RestController
@Tag(name = "Standing", description = "Annoyance scores, what follows from them, and appeals.")
class StandingController {
    private final StandingViews views;
    private final Sanctions sanctions;
    private final ScoreRules rules;
    private final OfficialAccounts accounts;
    private final AccountAccess access;

    StandingController(
            StandingViews views,
            Sanctions sanctions,
            ScoreRules rules,
            OfficialAccounts accounts,
            AccountAccess access) {
        this.views = views;
        this.sanctions = sanctions;
        this.rules = rules;
        this.accounts = accounts;
        this.access = access;
    }

    /** What the company says. */
    @Schema(name = "NewAppeal")
    record NewAppeal(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 1000) @Nullable
            String text) {}

    @GetMapping("/api/v1/directory/{handle}/annoyance")
    @Operation(
            summary = "Read how much an account annoys",
            description = "The same number that the company and the operators see. Nobody needs to be signed in.")
    AnnoyanceView annoyance(@PathVariable String handle) {
        return accounts.byHandle(handle.startsWith("@") ? handle.substring(1) : handle)
                .filter(account -> account.verified())
                .map(account -> views.annoyance(account.id()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no verified account with this handle."));
    }

    @GetMapping("/api/v1/accounts/{account}/standing")
    @Operation(
            summary = "Read how the account stands",
            description =
                    "The annoyance score today and over ninety days, sanctions, appeals, and the rules that go by the"
                            + " score.")
    StandingView standing(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return standing(access.member(me, account).account());
    }

    @PostMapping("/api/v1/accounts/{account}/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Appeal against the sanction", description = "Owners, once per sanction. An operator decides.")
    StandingView appeal(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestBody(required = false) @Nullable NewAppeal body) {
        var id = access.as(me, account, Role.OWNER).account();
        var text = body == null || body.text() == null ? "" : body.text();
        done(sanctions.appeal(id, me.user(), text));
        return standing(id);
    }

    StandingView standing(OfficialAccountId id) {
        return new StandingView(
                views.annoyance(id),
                views.days(id, ZoneOffset.UTC),
                sanctions.inForce(id).map(SanctionView::of).orElse(null),
                sanctions.of(id).stream().map(SanctionView::of).toList(),
                sanctions.appeals(id).stream().map(AppealView::of).toList(),
                rules.all().stream().map(RuleView::of).toList());
    }

    static void done(SanctionOutcome outcome) {
        switch (outcome) {
            case SanctionOutcome.Done _ -> {
                // it was done
            }
            case SanctionOutcome.Invalid(var errors) -> throw Problem.of(errors);
            case SanctionOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        }
    }
}
