package dev.parley.account;

import dev.parley.kernel.MediaId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An official account as it was when it was read.
 *
 * @param stateReason what the operator said about the present state; absent while nobody has decided
 * @param welcome the automatic message a new follower gets; empty for none
 * @param stateSince when the present state began
 */
public record OfficialAccount(
        OfficialAccountId id,
        String handle,
        String name,
        @Nullable MediaId picture,
        Category category,
        String description,
        String welcome,
        AccountState state,
        @Nullable String stateReason,
        Instant stateSince,
        Instant createdAt) {

    /** Whether users may find, follow and hear this account. */
    public boolean verified() {
        return state == AccountState.VERIFIED;
    }
}
