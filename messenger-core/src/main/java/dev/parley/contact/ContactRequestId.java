package dev.parley.contact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One request to become a contact; a bare UUID in JSON. */
public record ContactRequestId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ContactRequestId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
