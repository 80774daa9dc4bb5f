package dev.parley.follow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The way on which a user came to follow an account. */
public enum Source {
    @JsonProperty("search")
    SEARCH,
    @JsonProperty("qr")
    QR,
    @JsonProperty("link")
    LINK,
    @JsonProperty("card")
    CARD;

    /** The source as it stands in JSON and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
