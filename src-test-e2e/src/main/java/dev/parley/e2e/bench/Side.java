package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One of the systems under load: how its connections are opened, and what stands on its wire. Clients are numbered from 0; the
 * clients 2n and 2n+1 are pair n.
 */
interface Side {
    String name();

    long pid();

    /** The first process of its database; 0 when it has none. */
    long databasePid();

    /** Opens the connection of a client; a refusal on the way is told as {@link WebSocketLoop.Events#closed}. */
    void open(WebSocketLoop loop, int client, WebSocketLoop.Events events);

    /** The first frame to send after opening, null when there is none. @param cursor null for the present */
    byte @Nullable [] greeting(@Nullable String cursor);

    /** Whether this frame says that the connection is ready for load. */
    boolean ready(ByteBuffer payload);

    /** The frames from the first client of a pair to the second. */
    MessageFrame messages(int pair);

    /** A cumulative receipt for all that the second client has got so far; null when the system knows none. */
    byte @Nullable [] receipt(int pair, ByteBuffer lastMessage);

    /** The device's cursor after this frame; null when the system knows none. */
    byte @Nullable [] cursor(ByteBuffer lastMessage);
}
