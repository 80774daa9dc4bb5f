package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.follow.FollowEnded;
import dev.parley.follow.FollowStarted;
import dev.parley.follow.FollowerId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the desk when somebody it talks with has left or come back. May run twice: the desk then looks twice. */
@Component
class LeftFollowers {
    private final DeskStore store;
    private final Changes changes;

    LeftFollowers(DeskStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    @ApplicationModuleListener
    void on(FollowEnded event) {
        announce(event.account(), event.follower());
    }

    @ApplicationModuleListener
    void on(FollowStarted event) {
        announce(event.account(), event.follower());
    }

    private void announce(OfficialAccountId account, FollowerId follower) {
        store.ofFollower(account, follower)
                .ifPresent(conversation -> changes.announce(
                        account.party(),
                        ChangedThing.DESK,
                        conversation.conversation().value()));
    }
}
