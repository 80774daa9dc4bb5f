package dev.parley.gateway.account;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.account.TeamMember;
import dev.parley.account.TeamOutcome;
import dev.parley.gateway.Items;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.RequestLimits;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.UserCard;
import dev.parley.identity.Users;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works for an account. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/team")
@Tag(name = "Teams", description = "Who works for an account, in which role.")
class TeamController {
    private final Team team;
    private final Users users;
    private final Parties parties;
    private final AccountAccess access;
    private final RequestLimits limits;

    TeamController(Team team, Users users, Parties parties, AccountAccess access, RequestLimits limits) {
        this.team = team;
        this.users = users;
        this.parties = parties;
        this.access = access;
        this.limits = limits;
    }

    /** A team member. */
    @Schema(name = "TeamMember")
    record TeamMemberView(PartyView user, Role role, Instant since) {}

    /** Body that adds a member. */
    @Schema(name = "NewTeamMember")
    record NewTeamMember(
            @NotNull @Nullable String handle,
            @NotNull @Nullable Role role) {}

    /** Body that changes a role. */
    @Schema(name = "ChangeTeamMember")
    record ChangeTeamMember(@NotNull @Nullable Role role) {}

    @GetMapping
    @Operation(summary = "List the team", description = "Every member may. The longest in the team come first.")
    Items<TeamMemberView> list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        var members = team.members(access.member(me, id).account());
        var views = parties.views(
                members.stream().map(member -> PartyRef.user(member.user())).toList());
        return new Items<>(members.stream()
                .map(member -> new TeamMemberView(
                        Objects.requireNonNull(views.get(PartyRef.user(member.user()))), member.role(), member.since()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a user to the team", description = "Owners only. Repeated: same answer.")
    TeamMemberView add(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @Valid @RequestBody NewTeamMember body) {
        var account = owned(me, id);
        limits.search(me.user());
        var user = users.findByHandle(Objects.requireNonNull(body.handle()).strip())
                .map(UserCard::id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no user with this handle."));
        return done(team.add(account, me.user(), user, Objects.requireNonNull(body.role())));
    }

    @PatchMapping("/{userId}")
    @Operation(summary = "Give a member another role", description = "Owners only. The last owner stays one.")
    TeamMemberView change(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID userId,
            @Valid @RequestBody ChangeTeamMember body) {
        var account = owned(me, id);
        return done(team.change(account, me.user(), new UserId(userId), Objects.requireNonNull(body.role())));
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a member out of the team",
            description = "Owners only; every member may leave. The last owner stays.")
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID userId) {
        var account = me.user().value().equals(userId) ? access.member(me, id).account() : owned(me, id);
        done(team.remove(account, me.user(), new UserId(userId)));
    }

    private OfficialAccountId owned(SignedIn me, UUID id) {
        return access.as(me, id, Role.OWNER).account();
    }

    private TeamMemberView done(TeamOutcome outcome) {
        return switch (outcome) {
            case TeamOutcome.Done(TeamMember member) ->
                new TeamMemberView(parties.view(PartyRef.user(member.user())), member.role(), member.since());
            case TeamOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }
}
