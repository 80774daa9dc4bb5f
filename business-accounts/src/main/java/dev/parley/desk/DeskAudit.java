package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what team members do at the desk into the account's audit log. What was said is not in it, only that it was said. */
@Component
class DeskAudit {
    private final AuditLog log;
    private final Users users;
    private final Team team;

    DeskAudit(AuditLog log, Users users, Team team) {
        this.log = log;
        this.users = users;
        this.team = team;
    }

    void answered(OfficialAccountId account, ConversationId conversation, UserId author, MessageId message) {
        log.record(new NewAuditEntry(
                account.toString(),
                actor(account, author),
                "desk.answered",
                new AuditSubject("conversation", conversation.toString(), "Conversation"),
                null,
                "message " + message,
                null));
    }

    void changed(
            DeskConversation conversation, UserId by, String action, @Nullable String before, @Nullable String after) {
        log.record(new NewAuditEntry(
                conversation.account().toString(),
                actor(conversation.account(), by),
                action,
                subject(conversation),
                before,
                after,
                null));
    }

    /** As {@link #changed}, when the account's own rule did it. */
    void byRule(DeskConversation conversation, String action, @Nullable String before, @Nullable String after) {
        log.record(new NewAuditEntry(
                conversation.account().toString(),
                new AuditActor(conversation.account().value(), "Desk rule", "rule"),
                action,
                subject(conversation),
                before,
                after,
                null));
    }

    /** What a team member did to something of the desk that is no conversation. */
    void ofTeam(
            OfficialAccountId account,
            UserId by,
            String action,
            AuditSubject subject,
            @Nullable String before,
            @Nullable String after) {
        log.record(new NewAuditEntry(account.toString(), actor(account, by), action, subject, before, after, null));
    }

    String name(UserId user) {
        var card = users.cards(List.of(user)).get(user);
        return card == null ? user.toString() : card.name();
    }

    static AuditSubject subject(DeskConversation conversation) {
        return new AuditSubject(
                "conversation",
                conversation.conversation().toString(),
                "Follower " + conversation.follower().shortName());
    }

    private AuditActor actor(OfficialAccountId account, UserId user) {
        return new AuditActor(
                user.value(),
                name(user),
                team.role(account, user).map(Role::code).orElse("none"));
    }
}
