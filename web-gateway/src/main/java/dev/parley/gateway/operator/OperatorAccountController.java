package dev.parley.gateway.operator;

import dev.parley.account.AccountOutcome;
import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.account.TeamMember;
import dev.parley.contact.Reports;
import dev.parley.follow.Follows;
import dev.parley.gateway.Paging;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.account.AccountView;
import dev.parley.gateway.account.AccountViews;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.Page;
import dev.parley.kernel.PartyRef;
import dev.parley.push.PushMessages;
import dev.parley.push.Quota;
import dev.parley.push.Quotas;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Official accounts, for operators. */
@RestController
@RequestMapping("/api/v1/operator/accounts")
@Tag(name = "Operators: accounts", description = "Verifying, refusing, suspending and restoring official accounts.")
class OperatorAccountController {
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final OfficialAccounts accounts;
    private final Team team;
    private final Follows follows;
    private final PushMessages pushMessages;
    private final Quotas quotas;
    private final Reports reports;
    private final Parties parties;
    private final AccountViews views;
    private final Clock clock;

    OperatorAccountController(
            OfficialAccounts accounts,
            Team team,
            Follows follows,
            PushMessages pushMessages,
            Quotas quotas,
            Reports reports,
            Parties parties,
            AccountViews views,
            Clock clock) {
        this.accounts = accounts;
        this.team = team;
        this.follows = follows;
        this.pushMessages = pushMessages;
        this.quotas = quotas;
        this.reports = reports;
        this.parties = parties;
        this.views = views;
        this.clock = clock;
    }

    /**
     * An account as operators see it.
     *
     * @param owner the owner who has been in the team longest
     * @param waitingSince since when it waits for a verdict; null when it does not
     */
    @Schema(name = "OperatorAccount")
    record OperatorAccountView(
            AccountView account,
            PartyView owner,
            long followers,
            Quota quota,
            int pushes30d,
            int unfollows30d,
            long reports,
            @Nullable Instant waitingSince) {}

    /** Body of a verdict. */
    @Schema(name = "Verdict")
    record Verdict(
            @NotNull @Nullable Decision decision,

            @Schema(maxLength = 500, description = "needed to refuse; the account reads it") @Nullable
            String reason) {}

    /** What an operator can decide. */
    enum Decision {
        @com.fasterxml.jackson.annotation.JsonProperty("approve")
        APPROVE,
        @com.fasterxml.jackson.annotation.JsonProperty("refuse")
        REFUSE
    }

    /** Body that says why. */
    @Schema(name = "OperatorReason")
    record Why(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    @GetMapping
    @Operation(summary = "List accounts", description = "Those longest in their state come first.")
    Page<OperatorAccountView> list(
            @Schema(allowableValues = {"pending", "verified", "refused", "suspended"})
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.show(accounts.list(named(state), query, cursor, Paging.limit(limit)), this::view);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an account")
    OperatorAccountView get(@PathVariable UUID id) {
        return view(accounts.find(new OfficialAccountId(id))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such account.")));
    }

    @PostMapping("/{id}/verification")
    @Operation(
            summary = "Approve or refuse an account",
            description = "A refusal needs a reason. Repeated: nothing happens, same answer.")
    OperatorAccountView judge(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @Valid @RequestBody Verdict body) {
        var account = new OfficialAccountId(id);
        var reason = reason(body.reason());
        return done(
                body.decision() == Decision.APPROVE
                        ? accounts.verify(account, me.user(), reason)
                        : accounts.refuse(account, me.user(), reason));
    }

    @PostMapping("/{id}/suspension")
    @Operation(
            summary = "Suspend an account",
            description = "It can neither be found nor heard, and remembers what it was. Repeated: same answer.")
    OperatorAccountView suspend(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Why body) {
        return done(
                accounts.suspend(new OfficialAccountId(id), me.user(), reason(body == null ? null : body.reason())));
    }

    @DeleteMapping("/{id}/suspension")
    @Operation(summary = "Lift a suspension", description = "The account is again what it was. Repeated: same answer.")
    OperatorAccountView restore(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Why body) {
        return done(
                accounts.restore(new OfficialAccountId(id), me.user(), reason(body == null ? null : body.reason())));
    }

    private OperatorAccountView done(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done(var account) -> view(account);
            case AccountOutcome.Invalid(var errors) -> throw Problem.of(errors);
            case AccountOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    private OperatorAccountView view(OfficialAccount account) {
        var id = account.id();
        var monthAgo = clock.instant().minus(THIRTY_DAYS);
        var owner = team.members(id).stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(TeamMember::user)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("account " + id + " has no owner"));
        return new OperatorAccountView(
                views.of(account, null),
                parties.view(PartyRef.user(owner)),
                follows.count(id),
                quotas.of(id),
                pushMessages.since(List.of(id), monthAgo).size(),
                follows.endedBetween(id, monthAgo, clock.instant()).size(),
                reports.count(List.of(id.party())).getOrDefault(id.party(), 0L),
                account.state() == AccountState.PENDING ? account.stateSince() : null);
    }

    private static String reason(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable AccountState named(@Nullable String state) {
        if (state == null || state.isEmpty()) {
            return null;
        }
        for (var candidate : AccountState.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(state)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("state is one of pending, verified, refused, suspended");
    }
}
