package dev.parley.identity;

import dev.parley.audit.AuditActor;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The users of this server. */
@Service
public class Users {
    /** Makes a user. A repetition is refused with HandleTaken. */
    public SignUpOutcome signUp(SignUp command) {
        throw new UnsupportedOperationException();
    }

    /** A user by id. */
    public Optional<User> find(UserId id) {
        throw new UnsupportedOperationException();
    }

    /** A user by the exact handle, in any case; suspended ones too. */
    public Optional<UserCard> findByHandle(String handle) {
        throw new UnsupportedOperationException();
    }

    /** What others see of several users; unknown ids are left out. */
    public Map<UserId, UserCard> cards(Collection<UserId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Where several users live; unknown ids are left out. */
    public Map<UserId, ZoneId> timeZones(Collection<UserId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Changes a profile; throws {@link IllegalArgumentException} for an unknown user. */
    public ProfileOutcome changeProfile(ChangeProfile command) {
        throw new UnsupportedOperationException();
    }

    /** Ends all sessions of a user and lets nobody log in as them; in the audit log. A repetition changes nothing. */
    public SuspensionOutcome suspend(UserId id, AuditActor by, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Takes a suspension back; in the audit log. A repetition changes nothing. */
    public SuspensionOutcome restore(UserId id, AuditActor by, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Users whose handle or name contains the query, by handle; all for a blank query. For operators. At most 200 a page. */
    public Page<User> search(@Nullable String query, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many there are. */
    public UserCounts counts() {
        throw new UnsupportedOperationException();
    }
}
