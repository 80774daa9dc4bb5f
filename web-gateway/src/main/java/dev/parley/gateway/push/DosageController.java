package dev.parley.gateway.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.gateway.follow.FollowView;
import dev.parley.gateway.follow.FollowViews;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.push.Dosage;
import dev.parley.push.DosageOutcome;
import dev.parley.push.DosageOutcome.Alternative;
import dev.parley.push.DosageOutcome.Counts;
import dev.parley.push.Dosages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How much of an account a follower wants, and what a choice makes of what it sends. */
@RestController
@RequestMapping("/api/v1/follows/{account}")
@Tag(name = "Follows")
class DosageController {
    private final Dosages dosages;
    private final Follows follows;
    private final FollowViews followViews;
    private final OfficialAccounts accounts;
    private final JsonMapper json;

    DosageController(
            Dosages dosages, Follows follows, FollowViews followViews, OfficialAccounts accounts, JsonMapper json) {
        this.dosages = dosages;
        this.follows = follows;
        this.followViews = followViews;
        this.accounts = accounts;
        this.json = json;
    }

    /** The follow after "Less", and what was chosen before. */
    @Schema(name = "Less")
    record LessView(FollowView follow, Dosage previous) {}

    /** What a dosage would have made of the last weeks. */
    @Schema(name = "DosageOutcome")
    record OutcomeView(int sent, Instant since, StripView strip, Counts outcome, List<Alternative> choices, int weeks) {
        static OutcomeView of(DosageOutcome outcome) {
            return new OutcomeView(
                    outcome.sent(),
                    outcome.since(),
                    new StripView(
                            outcome.period(),
                            outcome.columns().stream().map(ColumnView::of).toList()),
                    outcome.outcome(),
                    outcome.choices(),
                    outcome.weeks());
        }
    }

    /** One column per calendar period of the follower's zone, oldest first. */
    @Schema(name = "DoseStrip")
    record StripView(Dosage.Period period, List<ColumnView> columns) {}

    /** One calendar period. */
    @Schema(name = "DoseColumn")
    record ColumnView(LocalDate start, boolean current, List<ItemView> items) {
        static ColumnView of(DosageOutcome.Column column) {
            return new ColumnView(
                    column.start(),
                    column.current(),
                    column.items().stream()
                            .map(item -> new ItemView(item.id().value(), item.at(), item.atOnce() ? "at-once" : "held"))
                            .toList());
        }
    }

    /** One push message. */
    @Schema(name = "DoseItem")
    record ItemView(
            UUID id,
            Instant at,
            @Schema(allowableValues = {"at-once", "held"}) String decision) {}

    @PutMapping("/dosage")
    @Operation(
            summary = "Choose a dosage",
            description = "Holds for everything released from now on; what came before stays where it is.")
    FollowView choose(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @RequestBody Dosage dosage) {
        var follow = follow(me, account);
        dosages.choose(me.user(), follow.account(), dosage);
        return followViews.of(follow);
    }

    @PostMapping("/less")
    @Operation(
            summary = "Choose less",
            description =
                    "One step down, in one tap; answers what was chosen before, to take it back with. Refused with"
                            + " conflict when the dosage is the least already.")
    LessView less(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        var follow = follow(me, account);
        var previous = dosages.less(me.user(), follow.account())
                .orElseThrow(() -> Problem.CONFLICT.because(
                        "Only answers to you come already; there is nothing less.",
                        "dosage.less",
                        "answers-only",
                        "answers-only",
                        null));
        return new LessView(followViews.of(follow), previous);
    }

    @GetMapping("/dosage-outcome")
    @Operation(
            summary = "Say what a dosage would have done",
            description =
                    "What a dosage would have made of the last four calendar weeks, in my zone, computed by the rule"
                            + " that delivers; also before following.")
    OutcomeView outcome(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @Parameter(
                            description = "a dosage as JSON; the present one when absent",
                            example = "{\"type\":\"at-most\",\"count\":2,\"period\":\"week\"}")
                    @RequestParam(required = false)
                    @Nullable
                    String dosage) {
        var id = new OfficialAccountId(account);
        if (accounts.find(id).filter(found -> found.verified()).isEmpty()
                && follows.find(me.user(), id).isEmpty()) {
            throw Problem.NOT_FOUND.because("There is no such account.");
        }
        return OutcomeView.of(dosages.outcome(me.user(), id, dosage == null ? null : parse(dosage)));
    }

    private Dosage parse(String text) {
        try {
            var dosage = json.readValue(text, Dosage.class);
            if (dosage != null) {
                return dosage;
            }
        } catch (JacksonException _) {
            // said below
        }
        throw Problem.INVALID_REQUEST.because(
                "Some fields are not valid.",
                List.of(new FieldProblem(
                        "dosage",
                        "type",
                        null,
                        "everything, at-most 1..99 a day, week or month, digest, answers-only",
                        "is not a dosage")));
    }

    private Follow follow(SignedIn me, UUID account) {
        return follows.find(me.user(), new OfficialAccountId(account))
                .orElseThrow(() -> Problem.NOT_FOUND.because("You do not follow this account."));
    }
}
