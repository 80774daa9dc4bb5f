package dev.parley.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.account.Role;
import dev.parley.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A team member who may answer.
 *
 * @param open how many open conversations they take care of, sleeping ones left out
 * @param lastAssignedAt when the account's rule last gave them one
 */
public record Agent(
        UserId user,
        Role role,
        Presence presence,
        long open,
        @Nullable Instant lastAssignedAt) {
    /** Whether somebody is at the desk. */
    public enum Presence {
        @JsonProperty("here")
        HERE,
        /** The desk is open before them, but they want no new conversations. */
        @JsonProperty("away")
        AWAY,
        @JsonProperty("absent")
        ABSENT
    }
}
