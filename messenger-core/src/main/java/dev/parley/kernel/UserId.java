package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person with an identity on this server; a bare UUID in JSON. */
public record UserId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {}

    /** A new id (UUIDv7). */
    public static UserId next() {
        return new UserId(Ids.next());
    }

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
