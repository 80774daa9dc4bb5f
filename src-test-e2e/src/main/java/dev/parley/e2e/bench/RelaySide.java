package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bare relay: whatever one sends, the other gets.
 *
 * @param talkative with as many frames and bytes as Parley writes
 */
record RelaySide(long pid, int port, boolean talkative) implements Side {
    RelaySide(long pid, int port) {
        this(pid, port, false);
    }

    @Override
    public String name() {
        return talkative ? "relay with Parley's frames" : "bare Jetty relay";
    }

    @Override
    public long databasePid() {
        return 0;
    }

    @Override
    public void open(WebSocketLoop loop, int client, WebSocketLoop.Events events) {
        loop.connect(port, (talkative ? "/talkative?id=" : "/relay?id=") + client, "", events);
    }

    @Override
    public byte @Nullable [] greeting(@Nullable String cursor) {
        return null;
    }

    @Override
    public boolean ready(ByteBuffer payload) {
        return true;
    }

    @Override
    public MessageFrame messages(int pair) {
        return new MessageFrame("relay", "019a9b2e-7c1d-7000-8000-000000000000");
    }

    @Override
    public byte @Nullable [] receipt(int pair, ByteBuffer lastMessage) {
        return null;
    }

    @Override
    public byte @Nullable [] cursor(ByteBuffer lastMessage) {
        return null;
    }
}
