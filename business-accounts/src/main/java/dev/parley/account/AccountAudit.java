package dev.parley.account;

import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happens to accounts into their audit logs; what an operator does also into the operators'. */
@Component
class AccountAudit {
    private final AuditLog log;
    private final Users users;

    AccountAudit(AuditLog log, Users users) {
        this.log = log;
        this.users = users;
    }

    void byMember(
            OfficialAccount account,
            UserId actor,
            Role role,
            String action,
            AuditSubject subject,
            @Nullable String before,
            @Nullable String after) {
        log.record(new NewAuditEntry(
                account.id().toString(), actor(actor, role.code()), action, subject, before, after, null));
    }

    void byOperator(
            OfficialAccount account, UserId operator, String action, String before, String after, String reason) {
        var actor = actor(operator, "operator");
        // One order of streams everywhere, so that two acts never wait for each other.
        for (var stream : List.of(account.id().toString(), AuditLog.OPERATOR)) {
            log.record(new NewAuditEntry(stream, actor, action, subject(account), before, after, reason));
        }
    }

    AuditSubject subject(OfficialAccount account) {
        return new AuditSubject(OfficialAccountId.KIND, account.id().toString(), account.name());
    }

    AuditSubject subject(UserId user) {
        return new AuditSubject("user", user.toString(), name(user));
    }

    private AuditActor actor(UserId user, String role) {
        return new AuditActor(user.value(), name(user), role);
    }

    private String name(UserId user) {
        var card = users.cards(List.of(user)).get(user);
        return card == null ? user.toString() : card.name();
    }
}
