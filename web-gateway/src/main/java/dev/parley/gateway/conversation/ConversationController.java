package dev.parley.gateway.conversation;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.ChangeSettings;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Membership;
import dev.parley.conversation.Message;
import dev.parley.delivery.Inboxes;
import dev.parley.follow.Follows;
import dev.parley.gateway.Paging;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
import dev.parley.push.PushHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** My conversations, their messages, and how far I have read. */
@RestController
@RequestMapping("/api/v1/conversations")
@Tag(name = "Conversations", description = "My conversations, their messages, and how far I have read.")
class ConversationController {
    private static final String ACCOUNT = "account";

    private final Conversations conversations;
    private final Inboxes inboxes;
    private final Follows follows;
    private final PushHistory pushHistory;
    private final ConversationViews views;
    private final MessageViews messageViews;
    private final Sends sends;

    ConversationController(
            Conversations conversations,
            Inboxes inboxes,
            Follows follows,
            PushHistory pushHistory,
            ConversationViews views,
            MessageViews messageViews,
            Sends sends) {
        this.conversations = conversations;
        this.inboxes = inboxes;
        this.follows = follows;
        this.pushHistory = pushHistory;
        this.views = views;
        this.messageViews = messageViews;
        this.sends = sends;
    }

    /** All of my conversations, and where to go on from. */
    @Schema(name = "Conversations")
    record ConversationsView(
            List<ConversationView> items,

            @Schema(type = "string", example = "1842.77", description = "connect the socket with this cursor")
            Cursor cursor) {}

    /** A part of a conversation. */
    @Schema(name = "Messages")
    record MessagesView(
            @Schema(description = "in rising order of sequence")
            List<MessageView> items,

            @Schema(description = "whether there are older ones")
            boolean hasMore) {}

    /** How far I have read. */
    @Schema(
            name = "NewReceipts",
            description = "Message sequences; both only move forward, displayed means delivered too.")
    record NewReceipts(
            @Schema(minimum = "0") @Nullable Long delivered,
            @Schema(minimum = "0") @Nullable Long displayed) {}

    /** How a conversation is to stand in my list. */
    @Schema(name = "ConversationSettings", description = "What is absent stays as it is.")
    record Settings(@Nullable Boolean pinned, @Nullable Boolean muted) {}

    @GetMapping
    @Operation(
            summary = "List my conversations",
            description =
                    "All of them, those with the newest message first, at most 2,000; and the cursor from which the"
                            + " socket goes on.")
    ConversationsView list(@AuthenticationPrincipal SignedIn me) {
        var party = PartyRef.user(me.user());
        var cursor = inboxes.newestCursor(party); // before reading: what comes in between is told twice, never missed
        return new ConversationsView(views.of(me.user(), conversations.rows(party)), cursor);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one of my conversations")
    ConversationView find(@AuthenticationPrincipal SignedIn me, @PathVariable ConversationId id) {
        return views.of(me.user(), conversations.rows(PartyRef.user(me.user()), List.of(id))).stream()
                .findFirst()
                .orElseThrow(ConversationController::noConversation);
    }

    @GetMapping("/{id}/messages")
    @Operation(
            summary = "Read messages of a conversation",
            description =
                    "The newest below a sequence, in rising order. Push messages that came at once stand among them.")
    MessagesView messages(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var viewer = PartyRef.user(me.user());
        var most = Paging.limit(limit);
        var history =
                conversations.history(viewer, id, before, most).orElseThrow(ConversationController::noConversation);
        var pushes = pushes(me, member(me, id), before, most);
        var all = Stream.concat(history.messages().stream(), pushes.stream())
                .sorted(Comparator.comparingLong(Message::sequence))
                .toList();
        var newest = all.subList(Math.max(0, all.size() - most), all.size());
        var hasMore = history.hasMore() || all.size() > newest.size() || pushes.size() == most;
        return new MessagesView(messageViews.of(newest, viewer), hasMore);
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Send a message",
            description =
                    "Answers once the message is durable. Repeated with the same key it answers the same message with"
                            + " status 200 and sends nothing. With bodies instead of body, up to five messages are"
                            + " written in order, all or none, and answered as items.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {MessageView.class, Sends.SentMessages.class})))
    ResponseEntity<Object> send(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable ConversationId id,
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @RequestBody Sends.NewMessage message) {
        member(me, id);
        return sends.send(new Sends.From(me.user(), PartyRef.user(me.user()), id), message, key);
    }

    @PutMapping("/{id}/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Acknowledge messages",
            description = "Up to a sequence. A repetition, or going back, changes nothing.")
    void acknowledge(
            @AuthenticationPrincipal SignedIn me, @PathVariable ConversationId id, @RequestBody NewReceipts body) {
        var delivered = sequence("delivered", body.delivered());
        var displayed = sequence("displayed", body.displayed());
        conversations
                .acknowledge(PartyRef.user(me.user()), id, delivered, displayed)
                .ifPresent(refusal -> {
                    throw Problem.of(refusal);
                });
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Pin or mute a conversation",
            description =
                    "What is absent stays as it is. Muting the conversation with an official account mutes the follow.")
    ConversationView change(
            @AuthenticationPrincipal SignedIn me, @PathVariable ConversationId id, @RequestBody Settings body) {
        var other = member(me, id).other().party();
        var muted = body.muted();
        if (other.kind().equals(ACCOUNT) && muted != null) {
            follows.mute(me.user(), new OfficialAccountId(other.id()), muted);
            muted = null;
        }
        if (body.pinned() != null || muted != null) {
            conversations.change(PartyRef.user(me.user()), id, new ChangeSettings(body.pinned(), muted));
        }
        return find(me, id);
    }

    private List<Message> pushes(SignedIn me, Membership membership, @Nullable Long before, int limit) {
        var other = membership.other().party();
        return other.kind().equals(ACCOUNT)
                ? pushHistory.before(me.user(), new OfficialAccountId(other.id()), before, limit)
                : List.of();
    }

    private Membership member(SignedIn me, ConversationId id) {
        return conversations
                .membership(id, PartyRef.user(me.user()))
                .orElseThrow(ConversationController::noConversation);
    }

    private static long sequence(String field, @Nullable Long given) {
        if (given != null && given < 0) {
            throw Problem.INVALID_REQUEST.because(
                    "Some fields are not valid.",
                    List.of(new FieldProblem(field, "range", given.toString(), "0", "must not be negative")));
        }
        return given == null ? 0 : given;
    }

    private static RuntimeException noConversation() {
        return Problem.NOT_FOUND.because("You have no such conversation.");
    }
}
