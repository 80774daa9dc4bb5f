package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.time.Instant;

/** A follower has chosen another dosage for an account. The user's id never leaves the server towards the account. */
public record DosageChosen(UserId user, OfficialAccountId account, Dosage previous, Dosage chosen, Instant at) {
    /** Whether less comes now than before. */
    public boolean less() {
        return chosen.isLessThan(previous);
    }
}
