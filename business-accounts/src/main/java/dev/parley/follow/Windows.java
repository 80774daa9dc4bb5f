package dev.parley.follow;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The windows in which accounts may write directly: opened and extended by a user's own message, gone with the follow. */
@Service
public class Windows {
    private final WindowStore windows;

    Windows(WindowStore windows) {
        this.windows = windows;
    }

    /** The window of the present follow, also one that is closed by now; empty when the user has not written. */
    @Transactional(readOnly = true)
    public Optional<Window> find(OfficialAccountId account, UserId user) {
        return windows.standing(account, user).flatMap(standing -> Optional.ofNullable(standing.window()));
    }

    /** The windows this user has opened in present follows, by account; closed ones too. */
    @Transactional(readOnly = true)
    public Map<OfficialAccountId, Window> ofUser(UserId user) {
        return windows.ofUser(user);
    }

    /** The windows these users have opened for one account in present follows; closed ones too. */
    @Transactional(readOnly = true)
    public Map<UserId, Window> ofAccount(OfficialAccountId account, Collection<UserId> users) {
        return users.isEmpty() ? Map.of() : windows.ofAccount(account, users);
    }
}
