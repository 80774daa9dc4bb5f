package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of an official account. Every change is in the account's audit log, in the same transaction, and is announced to
 * the account's devices.
 */
@Service
public class Desk {
    private final DeskStore store;
    private final DeskAudit audit;
    private final Team team;
    private final Inboxes inboxes;

    Desk(DeskStore store, DeskAudit audit, Team team, Inboxes inboxes) {
        this.store = store;
        this.audit = audit;
        this.team = team;
        this.inboxes = inboxes;
    }

    /**
     * One list, in its order; {@code reader} decides what "mine" is. At most 200 a page. Throws {@link
     * IllegalArgumentException} for a cursor that this list did not give.
     */
    @Transactional(readOnly = true)
    public Page<DeskConversation> list(
            OfficialAccountId account, UserId reader, DeskList list, @Nullable String cursor, int limit) {
        return store.list(account, reader, list, cursor, Math.clamp(limit, 1, 200));
    }

    /** How many stand in each list. */
    @Transactional(readOnly = true)
    public DeskCounts counts(OfficialAccountId account, UserId reader) {
        return store.counts(account, reader);
    }

    /** One conversation of this account; empty when it is not one of them, or its follower has never written. */
    @Transactional(readOnly = true)
    public Optional<DeskConversation> find(OfficialAccountId account, ConversationId conversation) {
        return store.find(account, conversation);
    }

    /** Gives a conversation to a team member who may answer, or to nobody. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome assign(
            OfficialAccountId account, ConversationId conversation, UserId by, @Nullable UserId assignee) {
        if (assignee != null
                && team.role(account, assignee).filter(Role::mayAnswer).isEmpty()) {
            return new DeskOutcome.Refused(new Refusal(
                    "conflict",
                    "desk.assignee",
                    null,
                    "owner, agent",
                    null,
                    "Only an owner or an agent of this account can take care of a conversation."));
        }
        var before = begin(account, conversation).orElse(null);
        if (before == null) {
            return unknown();
        }
        if (!Objects.equals(before.assignee(), assignee)) {
            store.assign(before, assignee);
            audit.changed(before, by, "desk.assigned", nameOf(before.assignee()), nameOf(assignee));
        }
        return now(before);
    }

    /** Closes a conversation; the follower's next message opens it again. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome close(OfficialAccountId account, ConversationId conversation, UserId by) {
        return change(account, conversation, by, false);
    }

    /** Opens a closed conversation again. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskOutcome reopen(OfficialAccountId account, ConversationId conversation, UserId by) {
        return change(account, conversation, by, true);
    }

    private DeskOutcome change(OfficialAccountId account, ConversationId conversation, UserId by, boolean open) {
        var before = begin(account, conversation).orElse(null);
        if (before == null) {
            return unknown();
        }
        if (before.open() != open) {
            store.open(before, open);
            audit.changed(before, by, open ? "desk.reopened" : "desk.closed", state(!open), state(open));
        }
        return now(before);
    }

    /** Locks the account's inbox and then the conversation, in the order in which {@link DeskFeed} comes by. */
    private Optional<DeskConversation> begin(OfficialAccountId account, ConversationId conversation) {
        if (store.find(account, conversation).isEmpty()) {
            return Optional.empty();
        }
        inboxes.append(List.of(
                new NewEntry(account.party(), new EntryContent.Changed(ChangedThing.DESK, conversation.value()))));
        return store.lock(account, conversation);
    }

    private DeskOutcome now(DeskConversation before) {
        return new DeskOutcome.Done(
                store.find(before.account(), before.conversation()).orElseThrow());
    }

    private @Nullable String nameOf(@Nullable UserId user) {
        return user == null ? null : audit.name(user);
    }

    private static String state(boolean open) {
        return open ? "open" : "closed";
    }

    private static DeskOutcome unknown() {
        return new DeskOutcome.Refused(Refusal.of("not-found", "desk.conversation", "There is no such conversation."));
    }
}
