package dev.parley.identity;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A user as the user and the operators see it.
 *
 * @param locale language tag (BCP 47), such as {@code de}
 * @param lastSeenAt when a session was last used; exact to a minute
 */
public record User(
        UserId id,
        String handle,
        String name,
        @Nullable MediaId picture,
        String locale,
        ZoneId timeZone,
        boolean operator,
        UserState state,
        Instant createdAt,
        @Nullable Instant lastSeenAt) {
    /** What other users see. */
    public UserCard card() {
        return new UserCard(id, handle, name, picture, state);
    }
}
