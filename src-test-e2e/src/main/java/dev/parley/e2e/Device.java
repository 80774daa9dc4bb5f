package dev.parley.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One device on the socket: keeps every frame it got, in order, and waits for frames by what they say. */
public final class Device implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final WebSocket socket;
    private final List<JsonNode> frames = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile String closeReason = "";

    private Device(URI address) {
        socket = CLIENT.newWebSocketBuilder()
                .subprotocols("parley.v1")
                .buildAsync(address, new Listener())
                .join();
    }

    /** Connects with a ticket of this user and says hello from a cursor; returns once everything missed has arrived. */
    public static Device connect(Api user, @Nullable String cursor) {
        return connect(user, Map.of(), cursor);
    }

    /** As {@link #connect(Api, String)}, for the desk of an account. */
    public static Device connectDesk(Api user, String account, @Nullable String cursor) {
        return connect(user, Map.of("party", account), cursor);
    }

    private static Device connect(Api user, Map<String, String> ticket, @Nullable String cursor) {
        var device = open(user.server(), user.ticket(ticket));
        device.send("{\"type\":\"hello\",\"cursor\":" + (cursor == null ? "null" : "\"" + cursor + "\"") + "}");
        device.await("synced");
        return device;
    }

    /** Connects without saying hello. */
    public static Device open(URI server, String ticket) {
        return new Device(URI.create("ws://localhost:" + server.getPort() + "/api/v1/socket?ticket=" + ticket));
    }

    public void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Sends a text message and returns the message as acknowledged. */
    public JsonNode say(String conversation, String text) {
        var key = UUID.randomUUID().toString();
        send(Api.JSON.writeValueAsString(Map.of(
                "type",
                "send",
                "key",
                key,
                "conversation",
                conversation,
                "body",
                Map.of("type", "text", "text", text))));
        return await("acknowledged", frame -> frame.path("key").asString().equals(key))
                .path("message");
    }

    /** The first frame of this type, now or within the time that a patient person waits. */
    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    /** The first frame of this type that fits; on time-out the error shows all frames seen. */
    public JsonNode await(String type, Predicate<JsonNode> fits) {
        return awaitFrame(type, frame -> frame.path("type").asString().equals(type) && fits.test(frame));
    }

    private JsonNode awaitFrame(String what, Predicate<JsonNode> fits) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (true) {
                for (var frame : frames) {
                    if (fits.test(frame)) {
                        return frame;
                    }
                }
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("no fitting frame '" + what + "' came; seen: " + frames);
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(frames, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** The message with this text. */
    public JsonNode awaitText(String text) {
        return awaitFrame(
                        "message",
                        frame -> isShown(frame)
                                && frame.at("/message/body/text").asString().equals(text))
                .path("message");
    }

    /** All messages so far, in the order in which they came: those of others, and one's own as they were acknowledged. */
    public List<JsonNode> messages() {
        synchronized (frames) {
            return frames.stream()
                    .filter(Device::isShown)
                    .map(frame -> frame.path("message"))
                    .toList();
        }
    }

    private static boolean isShown(JsonNode frame) {
        return switch (frame.path("type").asString()) {
            case "message" -> true;
            case "acknowledged" -> frame.hasNonNull("cursor");
            default -> false;
        };
    }

    /** The texts of all messages so far, in the order in which they came. */
    public List<String> texts() {
        return messages().stream()
                .map(message -> message.at("/body/text").asString())
                .toList();
    }

    /** The newest cursor that any frame carried; null when none did. */
    public @Nullable String cursor() {
        synchronized (frames) {
            return frames.reversed().stream()
                    .filter(frame -> frame.hasNonNull("cursor"))
                    .findFirst()
                    .map(frame -> frame.path("cursor").asString())
                    .orElse(null);
        }
    }

    /** Everything that has come so far. */
    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** Asks for a pong, so that everything the server had to send before it has been received. */
    public void settle() {
        int before;
        synchronized (frames) {
            before = pongs();
        }
        send("{\"type\":\"ping\"}");
        await("pong", frame -> pongs() > before);
    }

    private int pongs() {
        return (int) frames.stream()
                .filter(frame -> frame.path("type").asString().equals("pong"))
                .count();
    }

    /** The code with which the server closed the connection. */
    public int awaitClose() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the connection stayed open; seen: " + frames(), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server said when it closed the connection. */
    public String closeReason() {
        return closeReason;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                var frame = Api.JSON.readTree(text.toString());
                text.setLength(0);
                synchronized (frames) {
                    frames.add(frame);
                    frames.notifyAll();
                }
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closeReason = reason;
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(1006);
        }
    }
}
