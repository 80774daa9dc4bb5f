package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.contact.PartyBlocked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A blocked account is unfollowed in the same transaction. */
@Component
class BlockedAccounts {
    private final Follows follows;

    BlockedAccounts(Follows follows) {
        this.follows = follows;
    }

    /** Harmless when repeated: an ended follow stays ended. */
    @EventListener
    void on(PartyBlocked event) {
        if (event.party().kind().equals(OfficialAccountId.KIND)) {
            follows.unfollow(event.user(), new OfficialAccountId(event.party().id()));
        }
    }
}
