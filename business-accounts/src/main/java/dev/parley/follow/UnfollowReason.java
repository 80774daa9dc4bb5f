package dev.parley.follow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why someone unfollowed, if they liked to say; counted per account, without a name. */
public enum UnfollowReason {
    @JsonProperty("too-many")
    TOO_MANY,
    @JsonProperty("not-for-me")
    NOT_FOR_ME,
    @JsonProperty("moved")
    MOVED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
