package dev.parley.desk.spi;

import dev.parley.conversation.AcceptedMessage;
import dev.parley.conversation.Message;
import dev.parley.desk.DeskConversation;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Watches the desk. What concerns messages is called on the one thread that writes for everybody, as
 * {@link dev.parley.conversation.spi.MessageObserver} says; the account's inbox is locked in all of them.
 */
public interface DeskWatcher {
    /** Which of these messages of followers ask the team nothing, such as an answer to a question of the machine's own. */
    default Set<MessageId> settled(List<AcceptedMessage> written) {
        return Set.of();
    }

    /** Followers have asked: these conversations are open and wait. */
    default void asked(Collection<AcceptedMessage> questions) {}

    /** A team member has answered. */
    default void answered(Message answer, UserId author) {}

    /** A team member has closed a conversation, which is given as it was before. */
    default void closed(DeskConversation conversation, UserId by) {}

    /** A team member has opened a closed conversation again. */
    default void reopened(DeskConversation conversation, UserId by) {}
}
