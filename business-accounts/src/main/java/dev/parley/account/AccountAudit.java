package dev.parley.account;

import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what happens to accounts into their audit logs, what an operator does also into the operators', and tells the devices
 * of the account and of the users concerned. Inboxes are locked before audit logs, as where messages are written.
 */
@Component
class AccountAudit {
    private final AuditLog log;
    private final Users users;
    private final Inboxes inboxes;

    AccountAudit(AuditLog log, Users users, Inboxes inboxes) {
        this.log = log;
        this.users = users;
        this.inboxes = inboxes;
    }

    void byMember(
            OfficialAccount account,
            UserId actor,
            Role role,
            String action,
            AuditSubject subject,
            @Nullable String before,
            @Nullable String after) {
        announce(account, subject);
        log.record(new NewAuditEntry(
                account.id().toString(), actor(actor, role.code()), action, subject, before, after, null));
    }

    void byOperator(
            OfficialAccount account, UserId operator, String action, String before, String after, String reason) {
        var actor = actor(operator, "operator");
        announce(account, subject(account));
        // One order of streams everywhere, so that two acts never wait for each other.
        for (var stream : List.of(account.id().toString(), AuditLog.OPERATOR)) {
            log.record(new NewAuditEntry(stream, actor, action, subject(account), before, after, reason));
        }
    }

    private void announce(OfficialAccount account, AuditSubject subject) {
        var changed =
                new EntryContent.Changed(ChangedThing.ACCOUNT, account.id().value());
        var told = new ArrayList<NewEntry>();
        told.add(new NewEntry(account.id().party(), changed));
        if (subject.kind().equals(PartyRef.USER)) {
            told.add(new NewEntry(PartyRef.user(UserId.of(subject.id())), changed));
        }
        inboxes.append(told);
    }

    AuditSubject subject(OfficialAccount account) {
        return new AuditSubject(OfficialAccountId.KIND, account.id().toString(), account.name());
    }

    AuditSubject subject(UserId user) {
        return new AuditSubject(PartyRef.USER, user.toString(), name(user));
    }

    private AuditActor actor(UserId user, String role) {
        return new AuditActor(user.value(), name(user), role);
    }

    private String name(UserId user) {
        var card = users.cards(List.of(user)).get(user);
        return card == null ? user.toString() : card.name();
    }
}
