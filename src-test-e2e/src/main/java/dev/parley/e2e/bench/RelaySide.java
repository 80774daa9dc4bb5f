package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bare relay: whatever one sends, the other gets. */
record RelaySide(String name, long pid, int port) implements Side {
    @Override
    public long databasePid() {
        return 0;
    }

    @Override
    public String protocol() {
        return "";
    }

    @Override
    public String path(int pair, int member) {
        return "/relay?id=" + (pair * 2 + member);
    }

    @Override
    public byte @Nullable [] greeting(int pair, int member) {
        return null;
    }

    @Override
    public boolean ready(ByteBuffer payload) {
        return true;
    }

    @Override
    public byte[] message(int pair, long number, String text) {
        return ("{\"type\":\"send\",\"key\":\"" + pair + "-" + number
                        + "\",\"conversation\":\"019a9b2e-7c1d-7000-8000-0000000000" + pair % 10
                        + "0\",\"body\":{\"type\":\"text\",\"text\":\"" + text + "\"}}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte @Nullable [] receipt(int pair, ByteBuffer lastMessage) {
        return null;
    }
}
