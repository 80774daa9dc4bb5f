package dev.parley.sanction;

import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.identity.Users;
import dev.parley.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes sanctions and appeals into the logs of the account and of the operators, and tells the account's devices. */
@Component
class SanctionAudit {
    /** Who acts when a rule does. */
    static final AuditActor RULE = new AuditActor(new UUID(0, 0), "Rule", "rule");

    private final AuditLog log;
    private final Changes changes;
    private final Users users;

    SanctionAudit(AuditLog log, Changes changes, Users users) {
        this.log = log;
        this.changes = changes;
        this.users = users;
    }

    AuditActor actor(UserId user, String role) {
        var card = users.cards(List.of(user)).get(user);
        return new AuditActor(user.value(), card == null ? user.toString() : card.name(), role);
    }

    void write(
            OfficialAccount account,
            AuditActor actor,
            String action,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {
        changes.announce(
                account.id().party(), ChangedThing.ACCOUNT, account.id().value());
        var subject = new AuditSubject(OfficialAccountId.KIND, account.id().toString(), account.name());
        // In one order everywhere, so that two acts never wait for each other
        for (var stream : List.of(account.id().toString(), AuditLog.OPERATOR)) {
            log.record(new NewAuditEntry(stream, actor, action, subject, before, after, reason));
        }
    }

    void write(AuditActor operator, String action, String before, String after, String reason) {
        log.record(new NewAuditEntry(
                AuditLog.OPERATOR,
                operator,
                action,
                new AuditSubject("score-rules", "score-rules", "Score rules"),
                before,
                after,
                reason));
    }
}
