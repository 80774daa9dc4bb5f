package dev.parley.gateway.desk;

import dev.parley.conversation.Conversations;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskCounts;
import dev.parley.desk.DeskList;
import dev.parley.desk.TagId;
import dev.parley.gateway.Paging;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.conversation.Sends;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.note.Notes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Sends sends;
    private final MessageViews messages;
    private final Notes notes;
    private final DeskAccess access;

    DeskController(
            Desk desk,
            DeskViews views,
            Conversations conversations,
            Sends sends,
            MessageViews messages,
            Notes notes,
            DeskAccess access) {
        this.desk = desk;
        this.views = views;
        this.conversations = conversations;
        this.sends = sends;
        this.messages = messages;
        this.notes = notes;
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

    /** Body of an acknowledgement: message sequences. */
    @Schema(name = "DeskReceipts")
    record NewReceipts(
            @PositiveOrZero @Nullable Long delivered,
            @PositiveOrZero @Nullable Long displayed) {}

    @GetMapping
    @Operation(
            summary = "Read a list of the desk",
            description = "Waiting: longest first. The others: newest first. tag: only those that carry it.")
    DeskPageView list(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Schema(allowableValues = {"waiting", "mine", "unassigned", "all", "snoozed", "closed"})
                    @RequestParam(defaultValue = "waiting")
                    String list,
            @RequestParam(required = false) @Nullable UUID tag,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var account = access.answering(me, id);
        var page = desk.list(
                account, me.user(), named(list), tag == null ? null : new TagId(tag), cursor, Paging.limit(limit));
        return new DeskPageView(
                views.of(account, page.items(), me.user()), desk.counts(account, me.user()), page.nextCursor());
    }

    @GetMapping("/{conversation}")
    @Operation(summary = "Read a conversation of the desk")
    DeskConversationView get(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        return views.of(access.find(access.answering(me, id), conversation), me.user());
    }

    @GetMapping("/{conversation}/messages")
    @Operation(summary = "Read messages of a conversation", description = "Oldest first; before: only older ones.")
    DeskHistory messages(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var account = access.answering(me, id);
        var found = access.find(account, conversation);
        var history = conversations
                .history(account.party(), found.conversation(), before, Paging.limit(limit))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such conversation."));
        return new DeskHistory(messages.of(history.messages(), account.party()), history.hasMore());
    }

    @PostMapping("/{conversation}/messages")
    @Operation(
            summary = "Answer in the account's name",
            description =
                    "Only within the window that the follower's own message opened. The same idempotency key is the"
                            + " same message: 201 the first time, 200 afterwards. With bodies instead of body, up to"
                            + " five messages are written in order, all or none, and answered as items.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {MessageView.class, Sends.SentMessages.class})))
    ResponseEntity<Object> answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Sends.NewMessage body) {
        var account = access.answering(me, id);
        var found = access.find(account, conversation);
        return sends.send(
                new Sends.From(me.user(), account.party(), found.conversation()), body, new IdempotencyKey(key));
    }

    @PutMapping("/{conversation}/receipts")
    @Operation(
            summary = "Acknowledge messages for the account",
            description = "Moves only forward. My mentions in notes of this conversation count as seen.")
    DeskConversationView receipts(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @PathVariable UUID conversation,
            @Valid @RequestBody NewReceipts body) {
        var account = access.answering(me, id);
        var found = access.find(account, conversation);
        conversations
                .acknowledge(
                        account.party(), found.conversation(), sequence(body.delivered()), sequence(body.displayed()))
                .ifPresent(refusal -> {
                    throw Problem.of(refusal);
                });
        notes.seen(account, found.conversation(), me.user());
        return views.of(found, me.user());
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
        throw new IllegalArgumentException("list is one of waiting, mine, unassigned, all, snoozed, closed");
    }
}
