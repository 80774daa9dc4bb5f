package dev.parley.gateway.socket;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Team;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import org.springframework.stereotype.Component;

/** Who may read a party's inbox and act as it: users for themselves, owners and agents for their account. */
@Component
class ActingRights {
    enum Answer {
        GRANTED,
        NOT_IN_TEAM,
        NOT_THIS_ROLE,
        SUSPENDED
    }

    private final Team team;
    private final OfficialAccounts accounts;

    ActingRights(Team team, OfficialAccounts accounts) {
        this.team = team;
        this.accounts = accounts;
    }

    Answer ask(PartyRef party, UserId user) {
        if (party.isUser()) {
            return party.asUser().equals(user) ? Answer.GRANTED : Answer.NOT_IN_TEAM;
        }
        var account = new OfficialAccountId(party.id());
        var role = team.role(account, user);
        if (role.isEmpty()) {
            return Answer.NOT_IN_TEAM;
        }
        if (!role.get().mayAnswer()) {
            return Answer.NOT_THIS_ROLE;
        }
        var suspended = accounts.find(account)
                .filter(found -> found.state() == AccountState.SUSPENDED)
                .isPresent();
        return suspended ? Answer.SUSPENDED : Answer.GRANTED;
    }
}
