package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An ordered exchange between its members; a bare UUID in JSON. */
public record ConversationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationId {}

    /** A new id (UUIDv7). */
    public static ConversationId next() {
        return new ConversationId(Ids.next());
    }

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static ConversationId of(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
