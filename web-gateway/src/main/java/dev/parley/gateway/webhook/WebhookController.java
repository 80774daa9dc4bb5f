package dev.parley.gateway.webhook;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.gateway.Items;
import dev.parley.gateway.Paging;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.Page;
import dev.parley.webhook.EndpointOutcome;
import dev.parley.webhook.WebhookAttempt;
import dev.parley.webhook.WebhookEndpoint;
import dev.parley.webhook.WebhookEndpointId;
import dev.parley.webhook.WebhookEndpoints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of companies' own systems, for owners. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/webhook-endpoints")
@Tag(name = "Webhooks", description = "Endpoints of companies' own systems, for owners.")
class WebhookController {
    private final WebhookEndpoints endpoints;
    private final AccountAccess access;

    WebhookController(WebhookEndpoints endpoints, AccountAccess access) {
        this.endpoints = endpoints;
        this.access = access;
    }

    /** An endpoint, without its secret. */
    @Schema(name = "WebhookEndpoint")
    record EndpointView(
            UUID id,
            String url,
            List<String> events,
            Instant createdAt,

            @Schema(allowableValues = {"active", "disabled"})
            String state) {
        static EndpointView of(WebhookEndpoint endpoint) {
            return new EndpointView(
                    endpoint.id().value(),
                    endpoint.url(),
                    endpoint.events(),
                    endpoint.createdAt(),
                    endpoint.active() ? "active" : "disabled");
        }
    }

    /** An endpoint that was just added. @param secret told here and never again */
    @Schema(name = "AddedWebhookEndpoint")
    record AddedEndpointView(
            UUID id,
            String url,
            List<String> events,
            String secret,
            Instant createdAt,

            @Schema(allowableValues = {"active", "disabled"})
            String state) {}

    /** One try. */
    @Schema(name = "WebhookAttempt")
    record AttemptView(
            UUID id,
            String event,
            Instant at,
            @Nullable Integer status,
            long durationMs,
            @Nullable String error) {
        static AttemptView of(WebhookAttempt attempt) {
            return new AttemptView(
                    attempt.id(),
                    attempt.event(),
                    attempt.at(),
                    attempt.status(),
                    attempt.duration().toMillis(),
                    attempt.error());
        }
    }

    /** Body that adds an endpoint. */
    @Schema(name = "NewWebhookEndpoint")
    record NewEndpoint(
            @Schema(example = "https://example.org/parley") @NotNull @Nullable
            String url,

            @Schema(example = "[\"follow.started\"]") @Nullable
            List<String> events) {}

    @GetMapping
    @Operation(summary = "List the endpoints", description = "Oldest first.")
    Items<EndpointView> list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return new Items<>(
                endpoints.list(owned(me, id)).stream().map(EndpointView::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add an endpoint",
            description =
                    "The answer holds the secret with which what is sent is signed, this once. Without events it is"
                            + " told everything there is.")
    AddedEndpointView add(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @Valid @RequestBody NewEndpoint body) {
        var events = body.events() == null ? List.of("follow.started") : body.events();
        return switch (endpoints.add(owned(me, id), me.user(), Objects.requireNonNull(body.url()), events)) {
            case EndpointOutcome.Added(var endpoint, var secret) -> {
                var view = EndpointView.of(endpoint);
                yield new AddedEndpointView(
                        view.id(), view.url(), view.events(), secret, view.createdAt(), view.state());
            }
            case EndpointOutcome.Invalid(var errors) -> throw Problem.of(errors);
            case EndpointOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    @DeleteMapping("/{endpoint}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove an endpoint", description = "What waits for it is dropped.")
    void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID endpoint) {
        if (!endpoints.remove(owned(me, id), me.user(), new WebhookEndpointId(endpoint))) {
            throw unknown();
        }
    }

    @GetMapping("/{endpoint}/attempts")
    @Operation(summary = "Read what was tried", description = "Newest first.")
    Page<AttemptView> attempts(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID endpoint,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return endpoints
                .attempts(owned(me, id), new WebhookEndpointId(endpoint), cursor, Paging.limit(limit))
                .map(page -> Paging.show(page, AttemptView::of))
                .orElseThrow(WebhookController::unknown);
    }

    @PostMapping("/{endpoint}/test")
    @Operation(summary = "Try an endpoint now", description = "Sends endpoint.test once and answers what came of it.")
    AttemptView test(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID endpoint) {
        return endpoints
                .test(owned(me, id), me.user(), new WebhookEndpointId(endpoint))
                .map(AttemptView::of)
                .orElseThrow(WebhookController::unknown);
    }

    private OfficialAccountId owned(SignedIn me, UUID id) {
        return access.as(me, id, Role.OWNER).account();
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("This account has no such endpoint.");
    }
}
