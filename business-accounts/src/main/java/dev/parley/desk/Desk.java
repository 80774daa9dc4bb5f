package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Page;
import dev.parley.kernel.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk of an official account. */
@Component
public class Desk {
    /** One list, in its order; {@code reader} decides what "mine" is. */
    public Page<DeskConversation> list(
            OfficialAccountId account, UserId reader, DeskList list, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many stand in each list. */
    public DeskCounts counts(OfficialAccountId account, UserId reader) {
        throw new UnsupportedOperationException();
    }

    /** One conversation of this account; empty when it is not one of them. */
    public Optional<DeskConversation> find(OfficialAccountId account, ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /** Gives a conversation to a team member who may answer, or to nobody. Repeated: nothing happens, same answer. */
    public DeskOutcome assign(
            OfficialAccountId account, ConversationId conversation, UserId by, @Nullable UserId assignee) {
        throw new UnsupportedOperationException();
    }

    /** Closes a conversation; the follower's next message opens it again. Repeated: nothing happens, same answer. */
    public DeskOutcome close(OfficialAccountId account, ConversationId conversation, UserId by) {
        throw new UnsupportedOperationException();
    }

    /** Opens a closed conversation again. Repeated: nothing happens, same answer. */
    public DeskOutcome reopen(OfficialAccountId account, ConversationId conversation, UserId by) {
        throw new UnsupportedOperationException();
    }
}
