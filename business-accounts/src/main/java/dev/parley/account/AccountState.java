package dev.parley.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where an official account stands; only a verified one can be found, followed and heard. */
public enum AccountState {
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("verified")
    VERIFIED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("suspended")
    SUSPENDED;

    /** The state as it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
