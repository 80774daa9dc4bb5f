package dev.parley.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendAllOutcome;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.draft.Limit;
import dev.parley.draft.NewMessageBody;
import dev.parley.draft.Within;
import dev.parley.gateway.problem.Problem;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends what a request says: one message, or several in order and all or none. */
@Component
public class Sends {
    private final Conversations conversations;
    private final MessageBodies bodies;
    private final MessageViews views;

    Sends(Conversations conversations, MessageBodies bodies, MessageViews views) {
        this.conversations = conversations;
        this.bodies = bodies;
        this.views = views;
    }

    /** What is to be said: one of the two. */
    @Schema(
            name = "NewMessage",
            description = "One body, or up to five, which are written in order, all or none, and answered as items.")
    public record NewMessage(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            NewMessageBody body,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Within(Limit.MESSAGES_AT_ONCE) @Nullable
            List<@Nullable NewMessageBody> bodies) {}

    /** Several messages that were sent together, in order. */
    @Schema(name = "SentMessages", description = "Several messages that were sent together, in order.")
    public record SentMessages(List<MessageView> items) {}

    /** Who sends where. @param by the sender, or a team member in the sender's name */
    public record From(UserId by, PartyRef sender, ConversationId conversation) {
        private @Nullable UserId author() {
            return sender.isUser() ? null : by;
        }
    }

    /** 201 with a message or {@link SentMessages}, 200 for a repetition. */
    public ResponseEntity<Object> send(From from, NewMessage message, IdempotencyKey key) {
        var several = message.bodies();
        if (several == null) {
            return one(from, message.body(), key);
        }
        if (message.body() != null) {
            throw Problem.of(List.of(
                    new FieldRefusal("bodies", "one-of", null, "body, bodies", "Send either one body or several.")));
        }
        if (key.value().length() > Conversations.LONGEST_COMMON_KEY) {
            throw Problem.of(List.of(new FieldRefusal(
                    "Idempotency-Key",
                    "length",
                    Integer.toString(key.value().length()),
                    Integer.toString(Conversations.LONGEST_COMMON_KEY),
                    "A key for several messages is a little shorter.")));
        }
        var accepted = bodies.acceptAll(several, from.by(), from.sender(), from.conversation());
        var outcome = conversations.sendAll(from.conversation(), from.sender(), from.author(), accepted, key, false);
        return switch (outcome) {
            case SendAllOutcome.Accepted(var sent) ->
                ResponseEntity.status(HttpStatus.CREATED).body(new SentMessages(views.of(sent, from.sender())));
            case SendAllOutcome.Repeated(var sent) ->
                ResponseEntity.ok(new SentMessages(views.of(sent, from.sender())));
            case SendAllOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    private ResponseEntity<Object> one(From from, @Nullable NewMessageBody body, IdempotencyKey key) {
        var accepted = bodies.accept(body, from.by(), from.sender(), from.conversation());
        var command = new SendMessage(from.conversation(), from.sender(), from.author(), accepted, key, false);
        return switch (conversations.send(command)) {
            case SendOutcome.Accepted(var sent) ->
                ResponseEntity.status(HttpStatus.CREATED).body(views.of(sent, from.sender()));
            case SendOutcome.Repeated(var sent) -> ResponseEntity.ok(views.of(sent, from.sender()));
            case SendOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }
}
