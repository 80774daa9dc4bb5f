package dev.parley.gateway.account;

import dev.parley.account.AccountOutcome;
import dev.parley.account.Category;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.OpenAccount;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.account.TeamMember;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.gateway.Items;
import dev.parley.gateway.Paging;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Official accounts, for the people who work for them. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts", description = "Official accounts, for the people who work for them.")
class AccountController {
    private final OfficialAccounts accounts;
    private final Team team;
    private final AuditLog auditLog;
    private final AccountAccess access;
    private final AccountViews views;

    AccountController(
            OfficialAccounts accounts, Team team, AuditLog auditLog, AccountAccess access, AccountViews views) {
        this.accounts = accounts;
        this.team = team;
        this.auditLog = auditLog;
        this.access = access;
        this.views = views;
    }

    /** An account that I work for. */
    @Schema(name = "AccountOfMine")
    record AccountOfMine(AccountView account, Role role) {}

    /** Body that opens an account. */
    @Schema(name = "NewAccount")
    record NewAccount(
            @Schema(minLength = 1, maxLength = 60) @NotNull @Nullable
            String name,

            @Schema(pattern = "[a-z0-9._]{3,30}") @NotNull @Nullable
            String handle,

            @NotNull @Nullable Category category,
            @Schema(maxLength = 500) @Nullable String description,

            @Schema(description = "id of an upload with purpose picture") @Nullable
            UUID picture) {}

    @GetMapping
    @Operation(summary = "List the accounts I work for", description = "Those I have worked for longest come first.")
    Items<AccountOfMine> list(@AuthenticationPrincipal SignedIn me) {
        var mine = team.accountsOf(me.user());
        var found = accounts.cards(mine.stream().map(TeamMember::account).toList());
        return new Items<>(mine.stream()
                .filter(member -> found.containsKey(member.account()))
                .map(member -> new AccountOfMine(
                        views.of(Objects.requireNonNull(found.get(member.account())), member.role()), member.role()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Open an account",
            description = "It is pending until an operator has verified it. Whoever opens it is its owner.")
    AccountView open(@AuthenticationPrincipal SignedIn me, @Valid @RequestBody NewAccount body) {
        var picture = body.picture();
        var command = new OpenAccount(
                me.user(),
                Objects.requireNonNull(body.handle()),
                Objects.requireNonNull(body.name()),
                Objects.requireNonNull(body.category()),
                body.description() == null ? "" : body.description(),
                picture == null ? null : new MediaId(picture));
        return views.of(done(accounts.open(command)), Role.OWNER);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an account I work for")
    AccountView get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var allowed = access.member(me, id);
        return views.of(find(allowed.account()), allowed.role());
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change what an account says about itself", description = "Owners only.")
    AccountView change(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody ChangeAccountBody body) {
        var allowed = access.as(me, id, Role.OWNER);
        return views.of(done(accounts.change(body.command(allowed.account(), me.user()))), allowed.role());
    }

    @PostMapping("/{id}/verification-request")
    @Operation(
            summary = "Ask again to be verified",
            description =
                    "Owners only, after a refusal: the account is pending again. Repeated meanwhile: nothing happens,"
                            + " same answer.")
    AccountView askAgain(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var allowed = access.as(me, id, Role.OWNER);
        return views.of(done(accounts.askAgain(allowed.account(), me.user())), allowed.role());
    }

    @GetMapping("/{id}/audit")
    @Operation(summary = "Read what was done for an account", description = "Owners only. Newest first.")
    Page<AuditEntry> audit(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var allowed = access.as(me, id, Role.OWNER);
        return auditLog.page(allowed.account().toString(), cursor, Paging.limit(limit));
    }

    private OfficialAccount find(OfficialAccountId id) {
        return accounts.find(id).orElseThrow(() -> Problem.NOT_FOUND.because("There is no such account."));
    }

    private static OfficialAccount done(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done(var account) -> account;
            case AccountOutcome.Invalid(var errors) -> throw Problem.of(errors);
            case AccountOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }
}
