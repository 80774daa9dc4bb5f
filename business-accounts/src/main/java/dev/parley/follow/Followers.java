package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each account calls its followers. */
@Component
public class Followers {
    /** What this account calls this user; empty when the user has never followed it. */
    public Optional<FollowerId> follower(OfficialAccountId account, UserId user) {
        throw new UnsupportedOperationException();
    }

    /** Whom this account means by this follower ID; empty for an ID of another account. */
    public Optional<UserId> user(OfficialAccountId account, FollowerId follower) {
        throw new UnsupportedOperationException();
    }
}
