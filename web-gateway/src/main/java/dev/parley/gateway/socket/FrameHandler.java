package dev.parley.gateway.socket;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.conversation.SendOutcome.Accepted;
import dev.parley.conversation.SendOutcome.Refused;
import dev.parley.conversation.SendOutcome.Repeated;
import dev.parley.delivery.Connections;
import dev.parley.delivery.EndReason;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.LiveStreams;
import dev.parley.delivery.Receipts;
import dev.parley.delivery.Signal;
import dev.parley.gateway.conversation.MessageBodies;
import dev.parley.gateway.problem.Outage;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemException;
import dev.parley.identity.Sessions;
import dev.parley.insight.Insights;
import dev.parley.insight.Seen;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what the frames of a device ask for. Runs on the connection's own (virtual) thread, so it may wait for the database. */
@Component
class FrameHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FrameHandler.class);
    private static final int SHOWN_AT_ONCE = 500;

    private final Conversations conversations;
    private final MessageBodies bodies;
    private final Connections connections;
    private final LiveStreams streams;
    private final Inboxes inboxes;
    private final Receipts receipts;
    private final Insights insights;
    private final PresenceNews presence;
    private final ActingRights rights;
    private final Sessions sessions;
    private final Frames frames;
    private final SocketProperties properties;

    FrameHandler(
            Conversations conversations,
            MessageBodies bodies,
            Connections connections,
            LiveStreams streams,
            Inboxes inboxes,
            Receipts receipts,
            Insights insights,
            PresenceNews presence,
            ActingRights rights,
            Sessions sessions,
            Frames frames,
            SocketProperties properties) {
        this.conversations = conversations;
        this.bodies = bodies;
        this.connections = connections;
        this.streams = streams;
        this.inboxes = inboxes;
        this.receipts = receipts;
        this.insights = insights;
        this.presence = presence;
        this.rights = rights;
        this.sessions = sessions;
        this.frames = frames;
        this.properties = properties;
    }

    void handle(SocketConnection connection, ClientFrame frame) {
        if (frame instanceof ClientFrame.Hello hello) {
            hello(connection, hello);
            return;
        }
        if (!connection.hasSaidHello()) {
            refuse(connection, "The first frame is hello.");
            return;
        }
        if (!connection.party().isUser()
                && rights.ask(connection.party(), connection.user()) != ActingRights.Answer.GRANTED) {
            connection.end(EndReason.SESSION_ENDED); // no longer in the team, or no longer an agent
            return;
        }
        switch (frame) {
            case ClientFrame.Hello _ -> throw new IllegalStateException("hello is handled above");
            case ClientFrame.Send send -> send(connection, send);
            case ClientFrame.Receipt receipt -> acknowledge(connection, receipt);
            case ClientFrame.Typing(var conversation, var active) -> type(connection, conversation, active);
            case ClientFrame.Handled(var cursor) -> handled(connection, cursor);
            case ClientFrame.Shown shown -> shown(connection, shown);
            case ClientFrame.Ping() -> connection.send(new ServerFrame.Pong());
        }
    }

    /** The connection is gone. */
    void gone(SocketConnection connection) {
        connection.gone();
        if (connections.unregister(connection)) {
            presence.left(connection.party());
        }
    }

    private void hello(SocketConnection connection, ClientFrame.Hello hello) {
        if (connection.hasSaidHello()) {
            refuse(connection, "hello is said once.");
            return;
        }
        var party = connection.party();
        var from = hello.cursor() != null ? hello.cursor() : inboxes.newestCursor(party);
        connection.send(new ServerFrame.Ready(
                from,
                properties.heartbeatInterval().toSeconds(),
                connection.device().value(),
                new ServerFrame.PartyName(party.kind(), party.id())));
        var stream = streams.open(party, from, connection);
        connection.begin(stream);
        if (connections.register(connection)) {
            presence.came(party);
        }
        if (connection.isClosing()) { // it was closed while it was being registered
            gone(connection);
            return;
        }
        if (sessions.open(List.of(connection.device()))
                .isEmpty()) { // ended, on whichever node, before this one knew of it
            connection.end(EndReason.SESSION_ENDED);
            return;
        }
        endTheOldest(connection);
        stream.start();
        if (hello.cursor() != null) {
            conversations.handled(party, Math.min(from.inbox(), inboxes.newest(party)));
        }
    }

    private void endTheOldest(SocketConnection connection) {
        var mine = connections.of(connection.party()).stream()
                .filter(other -> other.user().equals(connection.user()))
                .toList();
        for (var i = 0; i < mine.size() - properties.connectionsPerUser(); i++) {
            mine.get(i).end(EndReason.SUPERSEDED);
        }
    }

    private void send(SocketConnection connection, ClientFrame.Send send) {
        var key = send.key();
        if (key == null || !IdempotencyKey.isValid(key)) {
            connection.fail(
                    Problem.IDEMPOTENCY_KEY_MISSING.view(
                            "A message needs a key of 1 to " + IdempotencyKey.LONGEST + " visible ASCII characters."),
                    key);
            return;
        }
        var conversation = send.conversation();
        if (conversation == null) {
            connection.send(new ServerFrame.Refused(key, Problem.NOT_FOUND.view("There is no such conversation.")));
            return;
        }
        var sending = new Sending(connection, key, frames);
        SendMessage command;
        try {
            var party = connection.party();
            command = new SendMessage(
                    new ConversationId(conversation),
                    party,
                    party.isUser() ? null : connection.user(),
                    bodies.accept(send.body(), connection.user(), party, new ConversationId(conversation)),
                    new IdempotencyKey(key),
                    false,
                    sending);
        } catch (ProblemException invalid) {
            connection.send(new ServerFrame.Refused(key, invalid.view()));
            return;
        }
        connection.owesAnAnswer();
        var _ = conversations.submit(command).whenComplete((outcome, failure) -> {
            answer(connection, key, sending, outcome, failure);
            connection.answered();
        });
    }

    private void answer(
            SocketConnection connection,
            String key,
            Sending sending,
            @Nullable SendOutcome outcome,
            @Nullable Throwable failure) {
        switch (outcome) {
            case Accepted(var message) -> sending.accepted(message);
            case Repeated(var message) -> sending.accepted(message);
            case Refused(var refusal) -> connection.send(new ServerFrame.Refused(key, Problem.view(refusal)));
            case null -> {
                var outage = failure != null && Outage.isBehind(failure);
                LOG.error("a message was neither accepted nor refused", failure);
                connection.send(new ServerFrame.Refused(
                        key,
                        outage ? Outage.view() : Problem.INTERNAL.view("The message could not be stored; try again.")));
            }
        }
    }

    private void acknowledge(SocketConnection connection, ClientFrame.Receipt receipt) {
        var conversation = receipt.conversation();
        var refusal = conversation == null
                ? null
                : conversations
                        .acknowledge(
                                connection.party(),
                                new ConversationId(conversation),
                                positive(receipt.delivered()),
                                positive(receipt.displayed()))
                        .orElse(null);
        if (conversation == null || refusal != null) {
            connection.fail(Problem.NOT_FOUND.view("There is no such conversation."), null);
        }
    }

    private void type(SocketConnection connection, @Nullable UUID id, boolean active) {
        var conversation = id == null ? null : new ConversationId(id);
        var membership = conversation == null
                ? null
                : conversations.membership(conversation, connection.party()).orElse(null);
        if (membership == null) {
            connection.fail(Problem.NOT_FOUND.view("There is no such conversation."), null);
            return;
        }
        if (!connection.party().isUser()) { // colleagues at the same desk; the follower never learns who it is
            connections.signal(
                    connection.party(),
                    new Signal.Typing(
                            membership.conversation(), connection.user().value(), active));
        }
        if (conversations.refusal(connection.party(), membership.conversation()).isEmpty()) {
            connections.signal(
                    membership.other().party(),
                    new Signal.Typing(
                            membership.conversation(), membership.self().alias().id(), active));
        }
    }

    private void handled(SocketConnection connection, @Nullable Cursor cursor) {
        var sent = connection.position();
        if (cursor == null || sent == null) {
            connection.fail(Problem.MALFORMED_FRAME.view("A cursor frame needs a cursor."), null);
            return;
        }
        var upTo = Math.min(cursor.inbox(), sent.inbox()); // nobody can have handled what was not sent
        connection
                .handled(upTo)
                .forEach((conversation, sequence) ->
                        conversations.acknowledge(connection.party(), conversation, sequence, 0));
        receipts.advanceHandled(connection.party(), upTo);
    }

    private void shown(SocketConnection connection, ClientFrame.Shown shown) {
        var items = shown.items();
        if (items == null || items.size() > SHOWN_AT_ONCE) {
            connection.fail(
                    Problem.MALFORMED_FRAME.view("A shown frame needs 0 to " + SHOWN_AT_ONCE + " items."), null);
            return;
        }
        if (!connection.party().isUser()) {
            return;
        }
        var seen = new ArrayList<Seen>(items.size());
        for (var item : items) {
            if (item != null && item.push() != null) {
                seen.add(new Seen(new MessageId(item.push()), Boolean.TRUE.equals(item.opened())));
            }
        }
        insights.record(connection.user(), seen);
    }

    private static void refuse(SocketConnection connection, String detail) {
        connection.fail(Problem.MALFORMED_FRAME.view(detail), null);
        connection.close(SocketClose.PROTOCOL);
    }

    private static long positive(@Nullable Long value) {
        return value == null ? 0 : Math.max(0, value);
    }
}
