package dev.parley.gateway.socket;

import dev.parley.conversation.Message;
import dev.parley.kernel.Cursor;

/**
 * A message that a device has sent and that is not answered yet. When it comes back in the device's own stream, that is the answer; only
 * when it does not (the device still catches up, or it is a repetition) the answer stands alone. Both happen on the thread of the party.
 */
final class Sending {
    private final SocketConnection connection;
    private final String key;
    private final Frames frames;
    private boolean answered;

    Sending(SocketConnection connection, String key, Frames frames) {
        this.connection = connection;
        this.key = key;
        this.frames = frames;
    }

    boolean from(SocketConnection other) {
        return connection == other;
    }

    /** The answer in the stream. */
    byte[] acknowledged(Cursor cursor, Message message) {
        answered = true;
        return frames.acknowledged(key, cursor, message, connection.party());
    }

    /** The message is durable: answers unless the stream has. */
    void accepted(Message message) {
        if (!answered) {
            connection.send(frames.acknowledged(key, null, message, connection.party()));
        }
    }
}
