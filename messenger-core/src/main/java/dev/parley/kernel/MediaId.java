package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One uploaded file; a bare UUID in JSON. */
public record MediaId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MediaId {}

    /** A new id (UUIDv7). */
    public static MediaId next() {
        return new MediaId(Ids.next());
    }

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static MediaId of(String text) {
        return new MediaId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
