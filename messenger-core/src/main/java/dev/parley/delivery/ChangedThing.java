package dev.parley.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The resources whose change is told to devices. A closed set: a new one is a protocol change (docs/protocol/socket.md). */
public enum ChangedThing {
    CONVERSATIONS,
    CONTACTS,
    CONTACT_REQUESTS,
    FOLLOW,
    DIGEST,
    ACCOUNT,
    DESK,
    ME;

    private final String wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name on the wire and in the database, such as {@code contact-requests}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Reads {@link #wireName()}; throws {@link IllegalArgumentException} for anything else. */
    @JsonCreator
    public static ChangedThing of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
