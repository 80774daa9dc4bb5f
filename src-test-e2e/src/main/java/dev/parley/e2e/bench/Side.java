package dev.parley.e2e.bench;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One of the systems under load: how its connections are opened, and what a message looks like on its wire. */
interface Side {
    String name();

    long pid();

    /** The first process of its database; 0 when it has none. */
    long databasePid();

    int port();

    String protocol();

    /** The path of the connection of one member (0 or 1) of a pair; asked for once per connection. */
    String path(int pair, int member);

    /** The first frame to send after opening; null when there is none. */
    byte @Nullable [] greeting(int pair, int member);

    /** Whether this frame says that the connection is ready for load. */
    boolean ready(ByteBuffer payload);

    /** A frame that carries {@code text} from the first member of the pair to the second. */
    byte[] message(int pair, long number, String text);

    /** A cumulative receipt for all that the second member has got so far; null when the system knows none. */
    byte @Nullable [] receipt(int pair, ByteBuffer lastMessage);
}
