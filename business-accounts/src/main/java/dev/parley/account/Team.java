package dev.parley.account;

import dev.parley.delivery.Connections;
import dev.parley.identity.Users;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The team of an official account: who works for it, in which role. There is always an owner. Each change is in the account's
 * audit log, in the same transaction, and is decided while the account's row is locked, so that two owners cannot remove each
 * other at the same time.
 */
@Service
public class Team {
    private final OfficialAccountRepository accounts;
    private final TeamMemberRepository members;
    private final Users users;
    private final AccountAudit audit;
    private final Connections connections;
    private final Clock clock;

    Team(
            OfficialAccountRepository accounts,
            TeamMemberRepository members,
            Users users,
            AccountAudit audit,
            Connections connections,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.users = users;
        this.audit = audit;
        this.connections = connections;
        this.clock = clock;
    }

    /** The role of this user in this account; empty for a stranger. */
    @Transactional(readOnly = true)
    public Optional<Role> role(OfficialAccountId account, UserId user) {
        return member(account, user).map(TeamMemberEntity::role);
    }

    /** All members, longest in the team first. */
    @Transactional(readOnly = true)
    public List<TeamMember> members(OfficialAccountId account) {
        return members.ofAccount(account.value()).stream()
                .map(TeamMemberEntity::snapshot)
                .toList();
    }

    /** The accounts this user works for, longest first. */
    @Transactional(readOnly = true)
    public List<TeamMember> accountsOf(UserId user) {
        return members.ofUser(user.value()).stream()
                .map(TeamMemberEntity::snapshot)
                .toList();
    }

    /**
     * An owner adds a user. Of someone who is already a member with this role: nothing happens, same answer; with another
     * role: refused with {@code conflict}.
     */
    @Transactional
    public TeamOutcome add(OfficialAccountId account, UserId by, UserId user, Role role) {
        var locked = accounts.lock(account.value())
                .map(OfficialAccountEntity::snapshot)
                .orElse(null);
        if (locked == null || role(account, by).isEmpty()) {
            return refused("not-found", "account.id", "There is no such account.");
        }
        if (!users.cards(List.of(user)).containsKey(user)) {
            return refused("not-found", "team.user", "There is no such user.");
        }
        if (!owner(account, by)) {
            return refused("forbidden", "team.owner", "Only an owner may change the team.");
        }
        var present = member(account, user).orElse(null);
        if (present != null) {
            return present.role() == role
                    ? new TeamOutcome.Done(present.snapshot())
                    : new TeamOutcome.Refused(new Refusal(
                            "conflict",
                            "team.member",
                            present.role().code(),
                            null,
                            null,
                            "This user is already in the team, in another role."));
        }
        var added = members.saveAndFlush(new TeamMemberEntity(account, user, role, clock.instant()));
        audit.byMember(locked, by, Role.OWNER, "team.member-added", audit.subject(user), null, role.code());
        return new TeamOutcome.Done(added.snapshot());
    }

    /** An owner gives a member another role; the last owner stays one. Repeated: nothing happens, same answer. */
    @Transactional
    public TeamOutcome change(OfficialAccountId account, UserId by, UserId user, Role role) {
        var locked = accounts.lock(account.value())
                .map(OfficialAccountEntity::snapshot)
                .orElse(null);
        var member = member(account, user).orElse(null);
        if (locked == null || member == null) {
            return refused("not-found", "team.user", "This user is not in the team.");
        }
        if (!owner(account, by)) {
            return refused("forbidden", "team.owner", "Only an owner may change the team.");
        }
        var before = member.role();
        if (before == role) {
            return new TeamOutcome.Done(member.snapshot());
        }
        if (lastOwner(account, before)) {
            return keepsAnOwner();
        }
        member.become(role);
        members.saveAndFlush(member);
        audit.byMember(locked, by, Role.OWNER, "team.role-changed", audit.subject(user), before.code(), role.code());
        if (!role.mayAnswer()) {
            leavesTheDesk(account, user);
        }
        return new TeamOutcome.Done(member.snapshot());
    }

    /** An owner takes a member out of the team, or a member leaves; the last owner stays. */
    @Transactional
    public TeamOutcome remove(OfficialAccountId account, UserId by, UserId user) {
        var locked = accounts.lock(account.value())
                .map(OfficialAccountEntity::snapshot)
                .orElse(null);
        var member = member(account, user).orElse(null);
        var actor = role(account, by).orElse(null);
        if (locked == null || member == null || actor == null) {
            return refused("not-found", "team.user", "This user is not in the team.");
        }
        if (actor != Role.OWNER && !by.equals(user)) {
            return refused("forbidden", "team.owner", "Only an owner may change the team.");
        }
        if (lastOwner(account, member.role())) {
            return keepsAnOwner();
        }
        members.delete(member);
        members.flush();
        audit.byMember(
                locked,
                by,
                actor,
                by.equals(user) ? "team.member-left" : "team.member-removed",
                audit.subject(user),
                member.role().code(),
                null);
        leavesTheDesk(account, user);
        return new TeamOutcome.Done(member.snapshot());
    }

    /** Once this is durable, the user's connections that act as the account end, on every node. */
    private void leavesTheDesk(OfficialAccountId account, UserId user) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                connections.endParty(account.party(), user);
            }
        });
    }

    private Optional<TeamMemberEntity> member(OfficialAccountId account, UserId user) {
        return members.findById(new TeamMemberEntity.Key(account.value(), user.value()));
    }

    private boolean owner(OfficialAccountId account, UserId user) {
        return role(account, user).filter(role -> role == Role.OWNER).isPresent();
    }

    private boolean lastOwner(OfficialAccountId account, Role role) {
        return role == Role.OWNER
                && members.ofAccount(account.value()).stream()
                                .filter(member -> member.role() == Role.OWNER)
                                .count()
                        == 1;
    }

    private static TeamOutcome keepsAnOwner() {
        return new TeamOutcome.Refused(new Refusal(
                "conflict",
                "team.last-owner",
                "1",
                "1",
                null,
                "An account always has an owner: make somebody else an owner first."));
    }

    private static TeamOutcome refused(String problem, String rule, String detail) {
        return new TeamOutcome.Refused(Refusal.of(problem, rule, detail));
    }
}
