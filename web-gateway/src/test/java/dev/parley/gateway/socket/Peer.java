package dev.parley.gateway.socket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other end of a socket: keeps every frame it got and waits for frames by what they say. */
final class Peer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<JsonNode> frames = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final boolean reads;
    private final WebSocket socket;

    private Peer(int port, String ticket, boolean reads, @Nullable String origin) {
        this.reads = reads;
        var builder = CLIENT.newWebSocketBuilder().subprotocols(SocketConfiguration.PROTOCOL);
        if (origin != null) {
            builder.header("Origin", origin);
        }
        this.socket = builder.buildAsync(
                        URI.create("ws://localhost:" + port + SocketConfiguration.PATH + "?ticket=" + ticket),
                        new Listener())
                .join();
    }

    static Peer open(int port, String ticket) {
        return new Peer(port, ticket, true, null);
    }

    static Peer from(String origin, int port, String ticket) {
        return new Peer(port, ticket, true, origin);
    }

    /** One that takes nothing after its first frame. */
    static Peer thatDoesNotRead(int port, String ticket) {
        return new Peer(port, ticket, false, null);
    }

    Peer hello(@Nullable String cursor) {
        send("{\"type\":\"hello\",\"cursor\":" + (cursor == null ? "null" : "\"" + cursor + "\"") + "}");
        if (reads) {
            await("synced");
        }
        return this;
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    void sendBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    JsonNode await(String type) {
        return await(type, _ -> true);
    }

    JsonNode await(String type, Predicate<JsonNode> fits) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (true) {
                for (var frame : frames) {
                    if (frame.path("type").asString().equals(type) && fits.test(frame)) {
                        return frame;
                    }
                }
                var left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("no fitting frame '" + type + "' came; seen: " + frames);
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

    List<JsonNode> all(String type) {
        synchronized (frames) {
            return frames.stream()
                    .filter(frame -> frame.path("type").asString().equals(type))
                    .toList();
        }
    }

    int closeCode() throws Exception {
        return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                var frame = JSON.readTree(part.toString());
                part.setLength(0);
                synchronized (frames) {
                    frames.add(frame);
                    frames.notifyAll();
                }
            }
            if (reads) {
                webSocket.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(1006);
        }
    }
}
