package dev.parley.account;

import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The team of an official account: who works for it, in which role. */
@Component
public class Team {
    /** The role of this user in this account; empty for a stranger. */
    public Optional<Role> role(OfficialAccountId account, UserId user) {
        throw new UnsupportedOperationException();
    }

    /** All members, longest in the team first. */
    public List<TeamMember> members(OfficialAccountId account) {
        throw new UnsupportedOperationException();
    }

    /** The accounts this user works for, longest first. */
    public List<TeamMember> accountsOf(UserId user) {
        throw new UnsupportedOperationException();
    }

    /** An owner adds a user. Of someone who is already a member with this role: nothing happens, same answer. */
    public TeamOutcome add(OfficialAccountId account, UserId by, UserId user, Role role) {
        throw new UnsupportedOperationException();
    }

    /** An owner gives a member another role; the last owner stays one. */
    public TeamOutcome change(OfficialAccountId account, UserId by, UserId user, Role role) {
        throw new UnsupportedOperationException();
    }

    /** An owner takes a member out of the team, or a member leaves; the last owner stays. */
    public TeamOutcome remove(OfficialAccountId account, UserId by, UserId user) {
        throw new UnsupportedOperationException();
    }
}
