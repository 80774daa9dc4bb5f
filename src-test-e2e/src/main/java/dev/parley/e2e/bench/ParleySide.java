package dev.parley.e2e.bench;

import dev.parley.e2e.Api;
import dev.parley.e2e.ParleyServer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The whole product: users who signed up and are contacts, tickets, hello, JSON frames, checks, receipts. */
final class ParleySide implements Side {
    private static final int SIGN_UPS_AT_ONCE = 4;

    private final ParleyServer server;
    private final List<Pair> pairs;
    private final String run = Long.toString(System.nanoTime(), 36);

    private record Pair(Api first, Api second, String conversation) {}

    private ParleySide(ParleyServer server, List<Pair> pairs) {
        this.server = server;
        this.pairs = pairs;
    }

    /** Signs up two people per pair and makes them contacts. */
    static ParleySide prepare(ParleyServer server, int pairs) throws InterruptedException {
        var prefix = "b" + Long.toString(System.currentTimeMillis(), 36) + ".";
        try (var executor = Executors.newFixedThreadPool(SIGN_UPS_AT_ONCE)) {
            var made = new ArrayList<Future<Pair>>();
            for (var pair = 0; pair < pairs; pair++) {
                var first = prefix + pair + ".a";
                var second = prefix + pair + ".b";
                made.add(executor.submit(() -> befriend(server.address(), first, second)));
            }
            var ready = new ArrayList<Pair>();
            for (var future : made) {
                ready.add(future.get());
            }
            return new ParleySide(server, List.copyOf(ready));
        } catch (ExecutionException e) {
            throw new IllegalStateException("people could not be made", e);
        }
    }

    private static Pair befriend(URI server, String firstHandle, String secondHandle) {
        var first = Api.signUp(server, firstHandle, firstHandle);
        var second = Api.signUp(server, secondHandle, secondHandle);
        var request =
                first.post("/contact-requests", Map.of("user", id(second))).expect(201);
        second.post("/contact-requests/" + request.path("id").asString() + "/accept", Map.of())
                .expect(204);
        var conversation = first.get("/conversations")
                .expect(200)
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return new Pair(first, second, conversation);
    }

    private static String id(Api user) {
        JsonNode me = user.get("/me").expect(200);
        return me.path("id").asString();
    }

    @Override
    public String name() {
        return "Parley";
    }

    @Override
    public long pid() {
        return server.pid();
    }

    @Override
    public long databasePid() {
        return server.databasePid();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String protocol() {
        return "parley.v1";
    }

    @Override
    public String path(int pair, int member) {
        var both = pairs.get(pair % pairs.size());
        return "/api/v1/socket?ticket=" + (member == 0 ? both.first() : both.second()).ticket(Map.of());
    }

    @Override
    public byte @Nullable [] greeting(int pair, int member) {
        return "{\"type\":\"hello\",\"cursor\":null}".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean ready(ByteBuffer payload) {
        return ClosedLoop.startsWith(payload, "{\"type\":\"synced\"");
    }

    @Override
    public byte[] message(int pair, long number, String text) {
        return ("{\"type\":\"send\",\"key\":\"" + run + "-" + UUID.randomUUID() + "\",\"conversation\":\""
                        + pairs.get(pair).conversation() + "\",\"body\":{\"type\":\"text\",\"text\":\"" + text + "\"}}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte @Nullable [] receipt(int pair, ByteBuffer lastMessage) {
        var frame = StandardCharsets.UTF_8.decode(lastMessage.duplicate()).toString();
        var at = frame.indexOf("\"sequence\":") + "\"sequence\":".length();
        var end = at;
        while (Character.isDigit(frame.charAt(end))) {
            end++;
        }
        return ("{\"type\":\"receipt\",\"conversation\":\"" + pairs.get(pair).conversation() + "\",\"displayed\":"
                        + frame.substring(at, end) + "}")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
