package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The windows in which accounts may write directly. */
@Component
public class Windows {
    /** The window this user has opened for this account, also one that is closed by now; empty when there was none. */
    public Optional<Window> find(OfficialAccountId account, UserId user) {
        throw new UnsupportedOperationException();
    }

    /** The windows this user has opened, by account. */
    public Map<OfficialAccountId, Window> ofUser(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** The windows these users have opened for one account. */
    public Map<UserId, Window> ofAccount(OfficialAccountId account, Collection<UserId> users) {
        throw new UnsupportedOperationException();
    }
}
