package dev.parley.gateway.account;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may act for an account. To those who are not in its team there is no such account. */
@Component
public class AccountAccess {
    private final Team team;

    AccountAccess(Team team) {
        this.team = team;
    }

    /** The account, for any member of its team; {@code not-found} for everybody else. */
    public Access member(SignedIn me, UUID account) {
        var id = new OfficialAccountId(account);
        var role = team.role(id, me.user())
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such account, or you are not in its team."));
        return new Access(id, role);
    }

    /** The account, for members in one of these roles; {@code forbidden} for the others, naming the roles. */
    public Access as(SignedIn me, UUID account, Role... roles) {
        var access = member(me, account);
        if (!Arrays.asList(roles).contains(access.role())) {
            throw Problem.FORBIDDEN.because(
                    "Your role in the team does not allow this.",
                    "team.role",
                    access.role().code(),
                    Arrays.stream(roles).map(Role::code).collect(Collectors.joining(", ")),
                    null);
        }
        return access;
    }

    /** An account and the role in which somebody acts for it. */
    public record Access(OfficialAccountId account, Role role) {}
}
