package dev.parley.note;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes into the account's audit log that team members wrote something for the team, not what. */
@Component
class NoteAudit {
    private final AuditLog log;
    private final Users users;
    private final Team team;

    NoteAudit(AuditLog log, Users users, Team team) {
        this.log = log;
        this.users = users;
        this.team = team;
    }

    void wrote(
            OfficialAccountId account,
            UserId by,
            String action,
            AuditSubject subject,
            @Nullable String before,
            @Nullable String after) {
        var card = users.cards(List.of(by)).get(by);
        log.record(new NewAuditEntry(
                account.toString(),
                new AuditActor(
                        by.value(),
                        card == null ? by.toString() : card.name(),
                        team.role(account, by).map(Role::code).orElse("none")),
                action,
                subject,
                before,
                after,
                null));
    }
}
