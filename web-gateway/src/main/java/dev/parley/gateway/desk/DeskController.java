package dev.parley.gateway.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskConversation;
import dev.parley.desk.DeskCounts;
import dev.parley.desk.DeskList;
import dev.parley.desk.DeskOutcome;
import dev.parley.gateway.Paging;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.conversation.MessageBodies;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.conversation.NewBody;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk: what followers write, for owners and agents. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/conversations")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class DeskController {
    private final Desk desk;
    private final DeskViews views;
    private final Conversations conversations;
    private final MessageBodies bodies;
    private final MessageViews messages;
    private final AccountAccess access;

    DeskController(
            Desk desk,
            DeskViews views,
            Conversations conversations,
            MessageBodies bodies,
            MessageViews messages,
            AccountAccess access) {
        this.desk = desk;
        this.views = views;
        this.conversations = conversations;
        this.bodies = bodies;
        this.messages = messages;
        this.access = access;
    }

    /** A page of one list, with the counts of all. @param cursor where the next page begins; null on the last */
    @Schema(name = "DeskPage")
    record DeskPageView(
            List<DeskConversationView> items,
            DeskCounts counts,
            @Nullable String cursor) {}

    /** Part of a conversation, oldest first. */
    @Schema(name = "DeskHistory")
    record DeskHistory(List<MessageView> items, boolean hasMore) {}

    /** Body of an answer. */
    @Schema(name = "NewDeskMessage")
    record NewMessage(@NotNull @Nullable NewBody body) {}

    /** Body of an assignment; null for nobody. */
    @Schema(name = "Assignment")
    record Assignment(@Nullable UUID assignee) {}

    /** Body that opens or closes. */
    @Schema(name = "DeskState")
    record State(
            @Schema(allowableValues = {"open", "closed"}) @NotNull @Nullable
            String state) {}

    /** Body of an acknowledgement: message sequences. */
    @Schema(name = "DeskReceipts")
    record NewReceipts(
            @PositiveOrZero @Nullable Long delivered,
            @PositiveOrZero @Nullable Long displayed) {}

    @GetMapping
    @Operation(summary = "Read a list of the desk", description = "Waiting: longest first. The others: newest first.")
    DeskPageView list(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Schema(allowableValues = {"waiting", "mine", "unassigned", "all", "closed"})
                    @RequestParam(defaultValue = "waiting")
                    String list,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var account = answering(me, id);
        var page = desk.list(account, me.user(), named(list), cursor, Paging.limit(limit));
        return new DeskPageView(views.of(account, page.items()), desk.counts(account, me.user()), page.nextCursor());
    }

    @GetMapping("/{conversation}")
    @Operation(summary = "Read a conversation of the desk")
    DeskConversationView get(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        return views.of(find(answering(me, id), new ConversationId(conversation)));
    }

    @GetMapping("/{conversation}/messages")
    @Operation(summary = "Read messages of a conversation", description = "Oldest first; before: only older ones.")
    DeskHistory messages(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var account = answering(me, id);
        var found = find(account, new ConversationId(conversation));
        var history = conversations
                .history(account.party(), found.conversation(), before, Paging.limit(limit))
                .orElseThrow(DeskController::unknown);
        return new DeskHistory(messages.of(history.messages(), account.party()), history.hasMore());
    }

    @PostMapping("/{conversation}/messages")
    @Operation(
            summary = "Answer in the account's name",
            description =
                    "Only within the window that the follower's own message opened. The same idempotency key is the"
                            + " same message: 201 the first time, 200 afterwards.")
    ResponseEntity<MessageView> answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NewMessage body) {
        var account = answering(me, id);
        var found = find(account, new ConversationId(conversation));
        var command = new SendMessage(
                found.conversation(),
                account.party(),
                me.user(),
                bodies.accept(body.body(), me.user()),
                new IdempotencyKey(key),
                false);
        return switch (conversations.send(command)) {
            case SendOutcome.Accepted(var message) ->
                ResponseEntity.status(HttpStatus.CREATED).body(messages.of(message, account.party()));
            case SendOutcome.Repeated(var message) -> ResponseEntity.ok(messages.of(message, account.party()));
            case SendOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    @PutMapping("/{conversation}/assignment")
    @Operation(summary = "Say who takes care", description = "An owner or an agent of the account, or null for nobody.")
    DeskConversationView assign(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestBody Assignment body) {
        var assignee = body.assignee();
        return done(desk.assign(
                answering(me, id),
                new ConversationId(conversation),
                me.user(),
                assignee == null ? null : new UserId(assignee)));
    }

    @PutMapping("/{conversation}/state")
    @Operation(summary = "Close or reopen a conversation", description = "The follower's next message reopens it, too.")
    DeskConversationView state(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @Valid @RequestBody State body) {
        var account = answering(me, id);
        var target = new ConversationId(conversation);
        return switch (String.valueOf(body.state())) {
            case "open" -> done(desk.reopen(account, target, me.user()));
            case "closed" -> done(desk.close(account, target, me.user()));
            default -> throw new IllegalArgumentException("a conversation is open or closed");
        };
    }

    @PutMapping("/{conversation}/receipts")
    @Operation(summary = "Acknowledge messages for the account", description = "Moves only forward.")
    DeskConversationView receipts(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @Valid @RequestBody NewReceipts body) {
        var account = answering(me, id);
        var found = find(account, new ConversationId(conversation));
        conversations
                .acknowledge(
                        account.party(), found.conversation(), sequence(body.delivered()), sequence(body.displayed()))
                .ifPresent(refusal -> {
                    throw Problem.of(refusal);
                });
        return views.of(found);
    }

    private OfficialAccountId answering(SignedIn me, UUID id) {
        return access.as(me, id, Role.OWNER, Role.AGENT).account();
    }

    private DeskConversation find(OfficialAccountId account, ConversationId conversation) {
        return desk.find(account, conversation).orElseThrow(DeskController::unknown);
    }

    private DeskConversationView done(DeskOutcome outcome) {
        return switch (outcome) {
            case DeskOutcome.Done(var conversation) -> views.of(conversation);
            case DeskOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("There is no such conversation.");
    }

    private static long sequence(@Nullable Long given) {
        return given == null ? 0 : given;
    }

    private static DeskList named(String list) {
        for (var candidate : DeskList.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(list)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("list is one of waiting, mine, unassigned, all, closed");
    }
}
