package dev.parley.gateway.demo;

import dev.parley.account.OfficialAccountId;
import dev.parley.contact.Contacts;
import dev.parley.contact.RequestOutcome;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How people of the demo world get to know each other and say something. */
@Component
@ConditionalOnProperty("parley.demo")
class Chatter {
    private final Contacts contacts;
    private final Conversations conversations;

    Chatter(Contacts contacts, Conversations conversations) {
        this.contacts = contacts;
        this.conversations = conversations;
    }

    void befriend(UserId one, UserId other) {
        if (contacts.request(one, other) instanceof RequestOutcome.Requested(var request)) {
            contacts.accept(other, request.id());
        }
    }

    void ask(UserId one, UserId other) {
        contacts.request(one, other);
    }

    void say(UserId from, UserId to, String text) {
        say(from, to, new MessageBody.Text(text));
    }

    void say(UserId from, UserId to, MessageBody body) {
        send(PartyRef.user(from), PartyRef.user(to), null, body);
    }

    void question(UserId from, OfficialAccountId to, String text) {
        send(PartyRef.user(from), to.party(), null, new MessageBody.Text(text));
    }

    void answer(OfficialAccountId from, UserId author, UserId to, String text) {
        answer(from, author, to, new MessageBody.Text(text));
    }

    void answer(OfficialAccountId from, UserId author, UserId to, MessageBody body) {
        send(from.party(), PartyRef.user(to), author, body);
    }

    void act(UserId from, OfficialAccountId to, LongFunction<MessageBody> act) {
        var person = PartyRef.user(from);
        var newest = conversations
                .history(person, between(person, to.party()), null, 1)
                .orElseThrow()
                .messages()
                .getLast();
        send(person, to.party(), null, act.apply(newest.sequence()));
    }

    /** {@code reader} has seen everything that the other has written so far. */
    void read(PartyRef reader, PartyRef other) {
        var conversation = between(reader, other);
        conversations
                .history(reader, conversation, null, 1)
                .ifPresent(history -> history.messages().stream()
                        .mapToLong(message -> message.sequence())
                        .max()
                        .ifPresent(last -> conversations.acknowledge(reader, conversation, last, last)));
    }

    private void send(PartyRef from, PartyRef to, @Nullable UserId author, MessageBody body) {
        var key = new IdempotencyKey(UUID.randomUUID().toString());
        var outcome = conversations.send(new SendMessage(between(from, to), from, author, body, key, false));
        if (outcome instanceof SendOutcome.Refused(var refusal)) {
            throw new IllegalStateException(refusal.toString());
        }
    }

    private ConversationId between(PartyRef one, PartyRef other) {
        return conversations
                .between(one, other)
                .orElseThrow(() -> new IllegalStateException(one + " and " + other + " have no conversation"));
    }
}
