package dev.parley.gateway.desk;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskConversation;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.session.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** A conversation as a document: to file it, to read it elsewhere, to print it. Notes of the team are not in it. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/conversations/{conversation}")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class TranscriptController {
    private static final int PAGE = 200;
    private static final int MOST = 10_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final Conversations conversations;
    private final MessageViews messages;
    private final DeskAccess access;
    private final Clock clock;

    TranscriptController(
            Desk desk, Conversations conversations, MessageViews messages, DeskAccess access, Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    /** A whole conversation. @param complete false when older messages were left out */
    @Schema(name = "Transcript", description = "The newest 10,000 messages of a conversation, oldest first.")
    record Transcript(
            UUID conversation, String follower, Instant exportedAt, boolean complete, List<MessageView> items) {}

    private record Whole(DeskConversation conversation, List<Message> messages, List<MessageView> views, boolean all) {}

    @GetMapping("/transcript.json")
    @Operation(summary = "Export a conversation as data", description = "Without the team's notes; in the audit log.")
    Transcript json(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        var whole = whole(me, id, conversation);
        return new Transcript(conversation, follower(whole), clock.instant(), whole.all(), whole.views());
    }

    @GetMapping(path = "/transcript.txt", produces = "text/plain")
    @Operation(summary = "Export a conversation as text", description = "Without the team's notes; in the audit log.")
    ResponseEntity<String> text(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        var whole = whole(me, id, conversation);
        var text = new StringBuilder(follower(whole)).append("\n\n");
        for (var i = 0; i < whole.messages().size(); i++) {
            var message = whole.messages().get(i);
            text.append(TIME.format(message.sentAt()))
                    .append("  ")
                    .append(who(whole, i))
                    .append(": ")
                    .append(message.body().preview())
                    .append('\n');
        }
        return document(whole, "txt", new MediaType("text", "plain", StandardCharsets.UTF_8), text.toString());
    }

    @GetMapping(path = "/transcript.html", produces = "text/html")
    @Operation(summary = "Export a conversation to print", description = "Without the team's notes; in the audit log.")
    ResponseEntity<String> html(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
        var whole = whole(me, id, conversation);
        var title = HtmlUtils.htmlEscape(follower(whole));
        var text = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title></head>\n<body><h1>")
                .append(title)
                .append("</h1>\n<dl>\n");
        for (var i = 0; i < whole.messages().size(); i++) {
            var message = whole.messages().get(i);
            text.append("<dt><time datetime=\"")
                    .append(message.sentAt())
                    .append("\">")
                    .append(TIME.format(message.sentAt()))
                    .append("</time> ")
                    .append(HtmlUtils.htmlEscape(who(whole, i)))
                    .append("</dt>\n<dd dir=\"auto\">")
                    .append(HtmlUtils.htmlEscape(message.body().preview()).replace("\n", "<br>"))
                    .append("</dd>\n");
        }
        text.append("</dl></body></html>\n");
        return document(whole, "html", new MediaType("text", "html", StandardCharsets.UTF_8), text.toString());
    }

    private Whole whole(SignedIn me, UUID id, UUID conversation) {
        var account = access.answering(me, id);
        var found = access.find(account, conversation);
        desk.exported(account, found.conversation(), me.user());
        var all = new ArrayList<Message>();
        Long before = null;
        var more = true;
        while (more && all.size() < MOST) {
            var page = conversations
                    .history(account.party(), found.conversation(), before, PAGE)
                    .orElseThrow();
            all.addAll(0, page.messages());
            more = page.hasMore();
            before = all.isEmpty() ? null : all.getFirst().sequence();
        }
        return new Whole(found, all, messages.of(all, account.party()), !more);
    }

    private static String who(Whole whole, int index) {
        var view = whole.views().get(index);
        if (view.author() != null) {
            return view.author().name();
        }
        return view.sender().kind().equals("account") ? (view.automatic() ? "Machine" : "Account") : follower(whole);
    }

    private static String follower(Whole whole) {
        return "Follower " + whole.conversation().follower().shortName();
    }

    private static ResponseEntity<String> document(Whole whole, String ending, MediaType type, @Nullable String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("conversation-"
                                        + whole.conversation().follower().shortName() + "." + ending)
                                .build()
                                .toString())
                .body(text);
    }
}
