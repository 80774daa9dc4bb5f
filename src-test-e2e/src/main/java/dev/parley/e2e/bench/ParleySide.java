package dev.parley.e2e.bench;

import dev.parley.e2e.ParleyServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole product: tickets, hello, JSON frames, checks, receipts.
 *
 * @param people one per client
 * @param conversations one per pair; empty when nobody is to write
 */
record ParleySide(ParleyServer server, List<Person> people, List<String> conversations) implements Side {
    ParleySide {
        people = List.copyOf(people);
        conversations = List.copyOf(conversations);
    }

    /** A user with a device. @param token of its session */
    record Person(String id, String token) {}

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
    public void open(WebSocketLoop loop, int client, WebSocketLoop.Events events) {
        loop.post(server.port(), "/api/v1/socket-tickets", people.get(client).token(), "{}", answer -> {
            if (answer.status() == 201) {
                var ticket = Frames.field(answer.body(), "ticket");
                loop.connect(server.port(), "/api/v1/socket?ticket=" + ticket, "parley.v1", events);
            } else {
                events.closed(new WebSocketLoop.Refusal(answer.status(), answer.retryAfterSeconds(), answer.body()));
            }
        });
    }

    @Override
    public byte @Nullable [] greeting(@Nullable String cursor) {
        return ascii("{\"type\":\"hello\",\"cursor\":" + (cursor == null ? "null" : "\"" + cursor + "\"") + "}");
    }

    @Override
    public boolean ready(ByteBuffer payload) {
        return Frames.startsWith(payload, "{\"type\":\"synced\"");
    }

    @Override
    public MessageFrame messages(int pair) {
        return new MessageFrame(Long.toString(System.nanoTime(), 36), conversations.get(pair));
    }

    @Override
    public byte @Nullable [] receipt(int pair, ByteBuffer lastMessage) {
        return ascii("{\"type\":\"receipt\",\"conversation\":\"" + conversations.get(pair) + "\",\"displayed\":"
                + Frames.field(Frames.text(lastMessage), "sequence") + "}");
    }

    @Override
    public byte @Nullable [] cursor(ByteBuffer lastMessage) {
        return ascii("{\"type\":\"cursor\",\"cursor\":\"" + Frames.field(Frames.text(lastMessage), "cursor") + "\"}");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
