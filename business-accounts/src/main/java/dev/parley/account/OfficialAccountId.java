package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.PartyRef;
import java.util.UUID;

/** Names one official account; an account is also a party that can be written to. */
public record OfficialAccountId(@JsonValue UUID value) {
    /** The kind of party an official account is. */
    public static final String KIND = "account";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfficialAccountId {}

    /** This account as a party. */
    public PartyRef party() {
        return new PartyRef(KIND, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
