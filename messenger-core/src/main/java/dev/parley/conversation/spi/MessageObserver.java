package dev.parley.conversation.spi;

import dev.parley.conversation.AcceptedMessage;
import java.util.List;

/**
 * Acts with messages in the transaction that writes them. Called on the one thread that writes for everybody: answer with few statements
 * for the whole batch, lock nothing that others hold for long, and throw only for what must keep the message from being stored.
 */
public interface MessageObserver {
    /** A batch was written and is about to be committed, in the order of sequences. */
    void accepted(List<AcceptedMessage> batch);
}
