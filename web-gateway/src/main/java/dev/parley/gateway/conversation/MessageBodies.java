package dev.parley.gateway.conversation;

import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Team;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.MessageKey;
import dev.parley.draft.Checked;
import dev.parley.draft.Drafts;
import dev.parley.draft.Limit;
import dev.parley.draft.NewMessageBody;
import dev.parley.draft.Speaker;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemException;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what somebody wants to say in a conversation, with what the server knows of that conversation. */
@Component
public class MessageBodies {
    private static final String ACCOUNT = "account";

    private final Drafts drafts;
    private final Conversations conversations;
    private final PushMessages pushMessages;
    private final OfficialAccounts accounts;
    private final Team team;

    MessageBodies(
            Drafts drafts,
            Conversations conversations,
            PushMessages pushMessages,
            OfficialAccounts accounts,
            Team team) {
        this.drafts = drafts;
        this.conversations = conversations;
        this.pushMessages = pushMessages;
        this.accounts = accounts;
        this.team = team;
    }

    /**
     * The body as it will be stored.
     *
     * @param by who writes: the sender, or a team member in the sender's name
     * @throws ProblemException {@code invalid-request} with one entry per field that is wrong
     */
    public MessageBody accept(@Nullable NewMessageBody body, UserId by, PartyRef sender, ConversationId conversation) {
        return switch (drafts.check(body, speaker(by, sender, conversation))) {
            case Checked.Accepted(var accepted) -> accepted;
            case Checked.Refused(var refusals) -> throw Problem.of(refusals);
        };
    }

    /** As {@link #accept}, for what a rule will say in the account's name. */
    public MessageBody acceptAutomatic(@Nullable NewMessageBody body, UserId by, OfficialAccountId account) {
        return switch (drafts.check(body, speaker(by, account))) {
            case Checked.Accepted(var accepted) -> accepted;
            case Checked.Refused(var refusals) -> throw Problem.of(refusals);
        };
    }

    /** As {@link #accept}, for 1 to 5 messages that are sent together. */
    public List<MessageBody> acceptAll(
            List<@Nullable NewMessageBody> bodies, UserId by, PartyRef sender, ConversationId conversation) {
        if (bodies.isEmpty() || bodies.size() > Limit.MESSAGES_AT_ONCE.most()) {
            throw Problem.of(List.of(new FieldRefusal(
                    "bodies",
                    "count",
                    Integer.toString(bodies.size()),
                    "1.." + Limit.MESSAGES_AT_ONCE.most(),
                    "One to " + Limit.MESSAGES_AT_ONCE.most() + " messages are sent together.")));
        }
        var speaker = speaker(by, sender, conversation);
        var accepted = new ArrayList<MessageBody>();
        var refused = new ArrayList<FieldRefusal>();
        for (var i = 0; i < bodies.size(); i++) {
            switch (drafts.check("bodies[" + i + "]", bodies.get(i), speaker)) {
                case Checked.Accepted(var body) -> accepted.add(body);
                case Checked.Refused(var refusals) -> refused.addAll(refusals);
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.of(refused);
        }
        return accepted;
    }

    private Speaker speaker(UserId by, PartyRef sender, ConversationId conversation) {
        if (sender.isUser()) {
            return Speaker.person(by)
                    .tapping(sequence -> tapped(sender, conversation, sequence))
                    .naming(this::account);
        }
        return speaker(by, new OfficialAccountId(sender.id()));
    }

    private Speaker speaker(UserId by, OfficialAccountId account) {
        return Speaker.account(
                        user -> user.equals(by) || team.role(account, user).isPresent())
                .naming(this::account);
    }

    /** Official accounts can be named by everybody; a user's handle is nobody's to try out. */
    private Optional<PartyRef> account(String handle) {
        return accounts.byHandle(handle)
                .filter(OfficialAccount::verified)
                .map(found -> found.id().party());
    }

    private Optional<MessageBody> tapped(PartyRef person, ConversationId conversation, long sequence) {
        var membership = conversations.membership(conversation, person).orElse(null);
        if (membership == null || !membership.other().party().kind().equals(ACCOUNT)) {
            return Optional.empty();
        }
        var account = membership.other().party();
        return conversations.messages(List.of(new MessageKey(conversation, sequence))).stream()
                .filter(message -> message.sender().party().equals(account))
                .map(Message::body)
                .findFirst()
                .or(() -> pushMessages
                        .at(new OfficialAccountId(account.id()), sequence)
                        .map(PushMessage::body));
    }
}
