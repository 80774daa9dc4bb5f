package dev.parley.gateway.push;

import static dev.parley.account.Role.EDITOR;
import static dev.parley.account.Role.OWNER;

import dev.parley.draft.NewMessageBody;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.conversation.BodyView;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.push.Forecast;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import dev.parley.push.PushOutcome.AlreadyReleased;
import dev.parley.push.PushOutcome.Invalid;
import dev.parley.push.PushOutcome.Refused;
import dev.parley.push.PushOutcome.Released;
import dev.parley.push.Quota;
import dev.parley.push.Quotas;
import dev.parley.push.ReleasePush;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Releasing push messages, and what may still be released. */
@RestController
@RequestMapping("/api/v1/accounts/{account}")
@Tag(name = "Push messages", description = "One account to many followers, each within the dosage they chose.")
class PushController {
    private final PushMessages pushMessages;
    private final Quotas quotas;
    private final AccountAccess access;

    PushController(PushMessages pushMessages, Quotas quotas, AccountAccess access) {
        this.pushMessages = pushMessages;
        this.quotas = quotas;
        this.access = access;
    }

    /** The rule that chooses the followers. */
    @Schema(name = "Audience")
    record Audience(
            @Schema(description = "all: every follower", allowableValues = "all") @NotNull @Nullable
            String type) {}

    /** Whom a push message would go to. */
    @Schema(name = "ForecastRequest")
    record ForecastRequest(@Nullable Audience audience) {}

    /** What to release, to whom. */
    @Schema(name = "NewPushMessage")
    record NewPush(
            @NotNull @Nullable NewMessageBody body,
            @Nullable Audience audience) {}

    /** A push message, as the account's team sees it. */
    @Schema(name = "PushMessage")
    record PushView(UUID id, BodyView body, Instant releasedAt, PersonView releasedBy, long audience) {
        static PushView of(PushMessage push) {
            return new PushView(
                    push.id().value(),
                    BodyView.of(push.body()),
                    push.releasedAt(),
                    new PersonView(push.releasedBy().value(), push.releasedByName()),
                    push.audience());
        }
    }

    /** A team member, as called then. */
    @Schema(name = "Person")
    record PersonView(UUID id, String name) {}

    @GetMapping("/quota")
    @Operation(
            summary = "Read the quota",
            description = "What was released today and this month, how much may be, and when it is possible again.")
    Quota quota(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account) {
        return quotas.of(access.member(me, account).account());
    }

    @PostMapping("/push-messages/forecast")
    @Operation(
            summary = "Say what a push message would do",
            description = "How many followers would get it at once, in the digest, or want only answers, if it were"
                    + " released now; computed by the rule that delivers. Changes nothing.")
    Forecast forecast(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestBody(required = false) @Nullable ForecastRequest body) {
        var id = access.as(me, account, OWNER, EDITOR).account();
        check(body == null ? null : body.audience());
        return pushMessages.forecast(id);
    }

    @PostMapping("/push-messages")
    @Operation(
            summary = "Release a push message",
            description =
                    "To all followers, within the quota. Repeated with the same Idempotency-Key it answers the first"
                            + " release with 200 and sends nothing.")
    ResponseEntity<PushView> release(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewPush body) {
        var id = access.as(me, account, OWNER, EDITOR).account();
        check(body.audience());
        if (body.body() == null) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem("body", "required", null, null, "A push message needs a body.")));
        }
        var command = new ReleasePush(id, me.user(), new IdempotencyKey(key), body.body());
        return switch (pushMessages.release(command)) {
            case Released(var push) -> ResponseEntity.status(HttpStatus.CREATED).body(PushView.of(push));
            case AlreadyReleased(var push) -> ResponseEntity.ok(PushView.of(push));
            case Invalid(var errors) -> throw Problem.of(errors);
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    private static void check(@Nullable Audience audience) {
        if (audience != null && audience.type() != null && !audience.type().equals("all")) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem(
                            "audience.type", "known", audience.type(), "all", "The audience is all followers.")));
        }
    }
}
