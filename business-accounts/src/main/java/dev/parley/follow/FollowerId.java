package dev.parley.follow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A user as one official account sees them: random per account, the same over every follow of that account. */
public record FollowerId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FollowerId {}

    /** Four hexadecimal digits by which a team tells its followers apart; says nothing about the user. */
    public String shortName() {
        return hash().substring(0, 4).toUpperCase(java.util.Locale.ROOT);
    }

    /** Sixteen hexadecimal digits from which the follower's shape is drawn. */
    public String hash() {
        return FollowerHash.sha256(value).substring(0, 16);
    }
}
