package dev.parley.e2e.faults;

import dev.parley.e2e.Api;
import dev.parley.e2e.faults.Finding.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One device with a seeded mind of its own: it writes, repeats itself, drops its connection and comes back with its cursor, sends again
 * under the same key what was not acknowledged, and writes down what it sees.
 */
final class ChattyDevice implements Runnable {
    private static final int WINDOW = 4;
    private static final Duration SYNCED_WITHIN = Duration.ofSeconds(60);
    private static final List<String> FILLERS =
            List.of("", "See you at eight?", "Grüße aus Zürich — 東京 🚀", "x".repeat(300), "\"quoted\" \\ and\nbroken");

    private final Crowd crowd;
    private final Crowd.User user;
    private final String token;
    private final Random random;
    private final Book book;
    private final Book.Screen screen;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final List<String> settled = new ArrayList<>();
    private String cursor = "0.0";
    private long awaySince;
    private int node;
    private @Nullable Line line;
    private volatile boolean busyWithRest;

    /** A message without an answer. @param since when it was last sent on the present connection, 0 for not yet */
    private record Waiting(Book.Sent message, long since, long againAt) {}

    ChattyDevice(Crowd crowd, Crowd.User user, String name, String token, Random random) {
        this.node = random.nextInt(1_000);
        this.crowd = crowd;
        this.user = user;
        this.token = token;
        this.random = random;
        this.book = crowd.book();
        this.screen = book.screen(user.handle() + "/" + name, user.id());
    }

    Book.Screen screen() {
        return screen;
    }

    /** Connected, with nothing unanswered. */
    synchronized boolean isSettled() {
        var current = line;
        return waiting.isEmpty() && !busyWithRest && current != null && current.synced && !current.closed;
    }

    /** What keeps it from being settled, for whoever waits in vain. */
    synchronized String state() {
        var current = line;
        return "%s: %d unanswered, %s, cursor %s, shown %d"
                .formatted(
                        screen.device(),
                        waiting.size(),
                        current == null || current.closed ? "not connected" : current.synced ? "synced" : "not synced",
                        cursor,
                        screen.count());
    }

    /** Ends the connection for good. */
    synchronized void leave() {
        var current = line;
        if (current != null) {
            current.socket.abort();
        }
    }

    @Override
    public void run() {
        while (crowd.isOpen()) {
            try {
                converse(connect());
            } catch (IOException | TimeoutException | ExecutionException notNow) {
                node++; // with several nodes the next one may be up
                Pause.of(Pause.between(random, Duration.ofMillis(20), crowd.retryWithin()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Line connect() throws IOException, ExecutionException, InterruptedException, TimeoutException {
        var server = crowd.address(node);
        var reply = crowd.door().post(server, "/socket-tickets", token, Map.of());
        if (reply.status() != 201) {
            if (!reply.isUnavailable()) {
                book.found(Kind.DISHONEST, screen.device() + " got no ticket: " + reply);
            }
            throw new IOException("no ticket: " + reply.status());
        }
        var address = URI.create("ws://localhost:" + server.getPort() + "/api/v1/socket?ticket="
                + reply.body().path("ticket").asString());
        var listener = new Line();
        var socket = Door.CLIENT
                .newWebSocketBuilder()
                .subprotocols("parley.v1")
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(address, listener)
                .get(10, TimeUnit.SECONDS);
        synchronized (this) {
            listener.socket = socket;
            line = listener;
            waiting.replaceAll((_, message) -> new Waiting(message.message(), 0, 0));
        }
        send(listener, "{\"type\":\"hello\",\"cursor\":\"" + cursor() + "\"}");
        return listener;
    }

    private void converse(Line current) throws InterruptedException, IOException, TimeoutException, ExecutionException {
        try {
            if (!current.awaitSynced(SYNCED_WITHIN)) {
                if (!current.closed) {
                    book.found(Kind.LATE, screen.device() + " was not synced within " + SYNCED_WITHIN);
                }
                return;
            }
            var lastCursorSent = System.nanoTime();
            while (crowd.isOpen() && !current.closed) {
                sendDue(current);
                if (crowd.isTalking()) {
                    act(current);
                }
                if (System.nanoTime() - lastCursorSent > 1_000_000_000L) {
                    lastCursorSent = System.nanoTime();
                    send(current, "{\"type\":\"cursor\",\"cursor\":\"" + cursor() + "\"}");
                }
                current.awaitClose(Pause.between(
                        random, Duration.ofMillis(5), crowd.pause().multipliedBy(2)));
            }
        } finally {
            hungUp(current);
        }
    }

    private void act(Line current) throws IOException, InterruptedException, TimeoutException, ExecutionException {
        var dice = random.nextInt(100);
        if (dice < 84) {
            if (unanswered() < WINDOW) {
                var message = newMessage();
                synchronized (this) {
                    waiting.put(message.key(), new Waiting(message, 0, 0));
                }
                sendDue(current);
            }
        } else if (dice < 90) {
            repeatItself(current);
        } else if (dice < 95) {
            busyWithRest = true;
            sendByRest();
            busyWithRest = false;
        } else if (dice < 97 && crowd.dropsConnections()) {
            current.socket.abort();
            current.end();
        } else if (dice < 99) {
            var last = screen.shown();
            if (!last.isEmpty()) {
                var shown = last.getLast();
                send(
                        current,
                        "{\"type\":\"receipt\",\"conversation\":\"" + shown.conversation() + "\",\"displayed\":"
                                + shown.sequence() + "}");
            }
        } else {
            send(current, "{\"type\":\"ping\"}");
        }
    }

    private Book.Sent newMessage() {
        var key = UUID.nameUUIDFromBytes(
                        (screen.device() + random.nextLong()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        var conversation =
                user.conversations().get(random.nextInt(user.conversations().size()));
        var text = key + " " + FILLERS.get(random.nextInt(FILLERS.size())).strip();
        var message = new Book.Sent(user.id(), key, conversation, text.strip());
        book.sent(message);
        return message;
    }

    /** A message that was acknowledged long ago, once more; the answer must be the first one. */
    private void repeatItself(Line current)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        String key;
        synchronized (this) {
            if (settled.isEmpty()) {
                return;
            }
            key = settled.get(random.nextInt(settled.size()));
        }
        var message = book.sent(key);
        if (message != null) {
            send(current, frame(message));
        }
    }

    private void sendByRest() throws IOException {
        var message = newMessage();
        while (crowd.isOpen()) {
            try {
                var reply = crowd.door()
                        .post(
                                crowd.address(node),
                                "/conversations/" + message.conversation() + "/messages",
                                token,
                                Map.of("body", Map.of("type", "text", "text", message.text())),
                                message.key());
                if (reply.status() == 200 || reply.status() == 201) {
                    book.acknowledged(new Book.Acknowledged(
                            user.id(),
                            message.key(),
                            reply.body().path("id").asString(),
                            reply.body().path("sequence").asLong()));
                    return;
                }
                if (!reply.isUnavailable()) {
                    book.found(Kind.DISHONEST, screen.device() + " was refused by REST: " + reply);
                    return;
                }
            } catch (Door.Unanswered again) {
                node++;
            }
            Pause.of(Pause.between(random, Duration.ofMillis(20), crowd.retryWithin()));
        }
    }

    private void sendDue(Line current) throws IOException, InterruptedException, TimeoutException, ExecutionException {
        var due = new ArrayList<Book.Sent>();
        var now = System.nanoTime();
        synchronized (this) {
            waiting.replaceAll((_, message) -> {
                if (message.since() == 0 && now >= message.againAt()) {
                    due.add(message.message());
                    return new Waiting(message.message(), now, 0);
                }
                if (message.since() != 0
                        && now - message.since() > crowd.answerWithin().toNanos()) {
                    book.found(
                            Kind.LATE,
                            "no answer within " + crowd.answerWithin() + " to key "
                                    + message.message().key());
                    return new Waiting(message.message(), now, 0);
                }
                return message;
            });
        }
        for (var message : due) {
            send(current, frame(message));
        }
    }

    private static String frame(Book.Sent message) {
        return Api.JSON.writeValueAsString(Map.of(
                "type", "send",
                "key", message.key(),
                "conversation", message.conversation(),
                "body", Map.of("type", "text", "text", message.text())));
    }

    private static void send(Line current, String frame)
            throws IOException, InterruptedException, TimeoutException, ExecutionException {
        if (current.closed) {
            throw new IOException("closed");
        }
        current.socket.sendText(frame, true).get(20, TimeUnit.SECONDS);
    }

    private synchronized int unanswered() {
        return waiting.size();
    }

    private synchronized String cursor() {
        return cursor;
    }

    private synchronized void hungUp(Line current) {
        current.end();
        current.socket.abort();
        awaySince = System.nanoTime();
    }

    private synchronized void take(Line from, JsonNode frame) {
        if (from != line) {
            return; // a connection that was left behind
        }
        switch (frame.path("type").asString()) {
            case "message" -> show(frame);
            case "acknowledged" -> {
                acknowledged(frame);
                if (frame.hasNonNull("cursor")) { // it stands for the message frame
                    show(frame);
                }
            }
            case "refused" -> refused(frame);
            case "error" -> {
                var problem = frame.at("/problem/problem").asString();
                book.refused(problem + " (not a message)");
                if (!problem.equals("unavailable")) {
                    book.found(Kind.DISHONEST, screen.device() + " got " + frame);
                }
            }
            case "too-far-behind" -> book.found(Kind.LOST, screen.device() + " was told to start anew at " + cursor);
            case "synced" -> {
                if (awaySince != 0) {
                    book.cameBack(Duration.ofNanos(System.nanoTime() - awaySince));
                }
                from.synced();
            }
            default -> {}
        }
        var next = frame.path("cursor").asString("");
        if (!next.isEmpty() && !frame.path("type").asString().equals("ready")) {
            cursor = next;
        }
    }

    private void show(JsonNode frame) {
        var message = frame.path("message");
        var text = message.at("/body/text").asString();
        var space = text.indexOf(' ');
        var sent = book.sent(space < 0 ? text : text.substring(0, space));
        if (sent != null && !sent.user().equals(user.id())) {
            book.arrived(Duration.ofNanos(System.nanoTime() - sent.nanoTime()));
        }
        var inbox = frame.path("cursor").asString();
        screen.show(new Book.Shown(
                message.path("conversationId").asString(),
                message.path("sequence").asLong(),
                message.path("id").asString(),
                message.at("/sender/id").asString(),
                sent != null && sent.text().equals(text) ? sent.text() : text,
                Long.parseLong(inbox.substring(0, inbox.indexOf('.')))));
    }

    private void acknowledged(JsonNode frame) {
        var key = frame.path("key").asString();
        var message = frame.path("message");
        var answered = waiting.remove(key);
        if (answered != null) {
            if (answered.since() != 0) {
                book.answered(Duration.ofNanos(System.nanoTime() - answered.since()));
            }
            settled.add(key);
        }
        book.acknowledged(new Book.Acknowledged(
                user.id(),
                key,
                message.path("id").asString(),
                message.path("sequence").asLong()));
    }

    private void refused(JsonNode frame) {
        var key = frame.path("key").asString();
        var problem = frame.at("/problem/problem").asString();
        book.refused(problem);
        if (!problem.equals("unavailable")) {
            book.found(Kind.DISHONEST, screen.device() + " was refused: " + frame);
        }
        var refused = waiting.get(key);
        if (refused != null) {
            if (refused.since() != 0) {
                book.answered(Duration.ofNanos(System.nanoTime() - refused.since()));
            }
            var again = System.nanoTime()
                    + Pause.between(random, Duration.ofMillis(50), crowd.retryWithin())
                            .toNanos();
            waiting.put(key, new Waiting(refused.message(), 0, again));
        }
    }

    /** One connection, as long as it lasts. */
    private final class Line implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private volatile boolean closed;
        private volatile boolean synced;

        @SuppressWarnings("NullAway.Init") // set before the first frame is sent
        private WebSocket socket;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var frame = Api.JSON.readTree(text.toString());
                text.setLength(0);
                take(this, frame);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            if (statusCode >= 4_000 || statusCode == 1009) {
                book.found(Kind.DISHONEST, screen.device() + " was closed with " + statusCode + " " + reason);
            }
            end();
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            end();
        }

        private synchronized void synced() {
            synced = true;
            notifyAll();
        }

        private synchronized void end() {
            closed = true;
            notifyAll();
        }

        private synchronized boolean awaitSynced(Duration longest) throws InterruptedException {
            var deadline = System.nanoTime() + longest.toNanos();
            while (!synced && !closed && deadline > System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
            return synced && !closed;
        }

        private synchronized void awaitClose(Duration longest) throws InterruptedException {
            if (!closed) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, longest.toNanos()));
            }
        }
    }
}
