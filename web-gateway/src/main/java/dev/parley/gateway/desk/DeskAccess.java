package dev.parley.gateway.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskConversation;
import dev.parley.desk.DeskOutcome;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.problem.FieldProblem;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.identity.UserCard;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may come to the desk, and what all of its routes have in common. */
@Component
class DeskAccess {
    private final AccountAccess access;
    private final Desk desk;
    private final DeskViews views;
    private final Users users;

    DeskAccess(AccountAccess access, Desk desk, DeskViews views, Users users) {
        this.access = access;
        this.desk = desk;
        this.views = views;
        this.users = users;
    }

    /** A team member by name. */
    @Schema(name = "Colleague", description = "A team member.")
    record ColleagueView(UUID id, String name) {}

    /** The account, for those who read and answer its conversations. */
    OfficialAccountId answering(SignedIn me, UUID account) {
        return access.as(me, account, Role.OWNER, Role.AGENT).account();
    }

    /** The account, for those who decide how its desk works. */
    OfficialAccountId owned(SignedIn me, UUID account) {
        return access.as(me, account, Role.OWNER).account();
    }

    /** The account, for everybody in its team. */
    OfficialAccountId member(SignedIn me, UUID account) {
        return access.member(me, account).account();
    }

    DeskConversation find(OfficialAccountId account, UUID conversation) {
        return desk.find(account, new ConversationId(conversation))
                .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such conversation."));
    }

    DeskConversationView done(DeskOutcome outcome, SignedIn me) {
        return switch (outcome) {
            case DeskOutcome.Done(var conversation) -> views.of(conversation, me.user());
            case DeskOutcome.Refused(var refusal) -> throw Problem.of(refusal);
        };
    }

    Map<UserId, UserCard> cards(Collection<UserId> ids) {
        return users.cards(Set.copyOf(ids));
    }

    static ColleagueView colleague(UserId user, Map<UserId, UserCard> cards) {
        var card = cards.get(user);
        return new ColleagueView(user.value(), card == null ? "" : card.name());
    }

    static RuntimeException missing(String field) {
        return invalid(field, "present", null, "This must be given.");
    }

    static RuntimeException invalid(String field, String rule, @Nullable String value, String detail) {
        return Problem.INVALID_REQUEST.because(
                "Some fields are not valid.", List.of(new FieldProblem(field, rule, value, null, detail)));
    }
}
