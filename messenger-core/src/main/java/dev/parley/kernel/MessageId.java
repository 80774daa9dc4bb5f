package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One entry of a conversation; a bare UUID in JSON. */
public record MessageId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageId {}

    /** A new id (UUIDv7). */
    public static MessageId next() {
        return new MessageId(Ids.next());
    }

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
