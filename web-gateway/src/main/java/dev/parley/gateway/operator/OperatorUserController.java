package dev.parley.gateway.operator;

import dev.parley.audit.AuditActor;
import dev.parley.gateway.Paging;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.gateway.user.UserParties;
import dev.parley.identity.SuspensionOutcome;
import dev.parley.identity.SuspensionOutcome.Done;
import dev.parley.identity.SuspensionOutcome.NoSuchUser;
import dev.parley.identity.SuspensionOutcome.Refused;
import dev.parley.identity.User;
import dev.parley.identity.Users;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** The users of this server, as those who run it see them. */
@RestController
@RequestMapping("/api/v1/operator/users")
@Tag(name = "Users", description = "The users of this server, as those who run it see them.")
class OperatorUserController {
    private final Users users;
    private final UserParties parties;

    OperatorUserController(Users users, UserParties parties) {
        this.users = users;
        this.parties = parties;
    }

    /** A user as an operator sees them. */
    @Schema(name = "OperatorUser")
    record UserView(
            PartyView user,

            @Schema(allowableValues = {"active", "suspended"})
            String state,

            Instant createdAt,
            @Nullable Instant lastSeenAt,
            boolean operator) {}

    /** Why something is done; it stands in the audit log. */
    @Schema(name = "Reason")
    record Reason(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 500) @Nullable
            String reason) {}

    @GetMapping
    @Operation(summary = "Search users", description = "By a part of handle or name, by handle; all for no query.")
    Page<UserView> search(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.show(users.search(query, cursor, Paging.limit(limit)), this::view);
    }

    @PostMapping("/{id}/suspension")
    @Operation(
            summary = "Suspend a user",
            description =
                    "Ends all sessions of the user; nobody logs in as them until restored. A repetition changes nothing.")
    UserView suspend(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UserId id,
            @RequestBody(required = false) @Nullable Reason body) {
        return answer(users.suspend(id, actor(me), given(body == null ? null : body.reason())));
    }

    @DeleteMapping("/{id}/suspension")
    @Operation(summary = "Restore a user", description = "Takes the suspension back. A repetition changes nothing.")
    UserView restore(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UserId id,
            @RequestBody(required = false) @Nullable Reason body,
            @RequestParam(required = false) @Nullable String reason) {
        var said = body != null && body.reason() != null ? body.reason() : reason;
        return answer(users.restore(id, actor(me), given(said)));
    }

    private UserView answer(SuspensionOutcome outcome) {
        return switch (outcome) {
            case Done(var user) -> view(user);
            case NoSuchUser _ -> throw Problem.NOT_FOUND.because("There is no such user.");
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    private AuditActor actor(SignedIn me) {
        var user = users.find(me.user()).orElseThrow(() -> Problem.UNAUTHENTICATED.because("Log in first."));
        return new AuditActor(user.id().value(), user.name(), "operator");
    }

    private UserView view(User user) {
        return new UserView(
                parties.view(user.card()),
                user.state().name().toLowerCase(Locale.ROOT),
                user.createdAt(),
                user.lastSeenAt(),
                user.operator());
    }

    private static String given(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem(
                            "reason",
                            "length",
                            String.valueOf(reason == null ? 0 : reason.length()),
                            "1..500",
                            "say why, in at most 500 characters")));
        }
        return reason.strip();
    }
}
