package dev.parley.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One installation of a client, which is one session of a user; a bare UUID in JSON. */
public record DeviceId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceId {}

    /** A new id (UUIDv7). */
    public static DeviceId next() {
        return new DeviceId(Ids.next());
    }

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static DeviceId of(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
