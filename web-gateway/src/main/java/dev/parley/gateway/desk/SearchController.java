package dev.parley.gateway.desk;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.desk.Desk;
import dev.parley.gateway.Items;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.conversation.MessageViews;
import dev.parley.gateway.session.SignedIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds what was said in an account's conversations. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/desk/search")
@Tag(name = "Desk", description = "What followers write, for owners and agents.")
class SearchController {
    private static final int LONGEST = 200;
    private static final int MOST = 50;

    private final Desk desk;
    private final DeskViews views;
    private final Conversations conversations;
    private final MessageViews messages;
    private final DeskAccess access;

    SearchController(
            Desk desk, DeskViews views, Conversations conversations, MessageViews messages, DeskAccess access) {
        this.desk = desk;
        this.views = views;
        this.conversations = conversations;
        this.messages = messages;
        this.access = access;
    }

    /** A message that was found. */
    @Schema(name = "FoundMessage", description = "A message that was found, and the conversation it stands in.")
    record FoundView(MessageView message, DeskConversationView conversation) {}

    @GetMapping
    @Operation(
            summary = "Search the account's conversations",
            description = "Messages that hold all the words or words that begin like them; newest first, at most 50.")
    Items<FoundView> find(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @Parameter(description = "1 to 200 characters") @RequestParam(defaultValue = "") String text) {
        var account = access.answering(me, id);
        if (text.isBlank() || text.length() > LONGEST) {
            throw DeskAccess.invalid(
                    "text", "length", String.valueOf(text.length()), "A search has 1 to " + LONGEST + " characters.");
        }
        var found = conversations.messages(desk.search(account, text, MOST)).stream()
                .sorted(Comparator.comparingLong(Message::sequence).reversed())
                .toList();
        var shown = views
                .of(
                        account,
                        found.stream()
                                .map(Message::conversation)
                                .distinct()
                                .flatMap(each -> desk.find(account, each).stream())
                                .toList(),
                        me.user())
                .stream()
                .collect(Collectors.toMap(DeskConversationView::id, each -> each));
        var items = new ArrayList<FoundView>();
        for (var message : found) {
            var conversation = shown.get(message.conversation().value());
            if (conversation != null) {
                items.add(new FoundView(messages.of(message, account.party()), conversation));
            }
        }
        return new Items<>(items);
    }
}
