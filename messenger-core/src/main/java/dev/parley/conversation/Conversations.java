package dev.parley.conversation;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations between two parties and their messages. */
@Component
public class Conversations {
    /**
     * Opens the conversation of two parties, or shows it again to both when it was hidden; in the caller's transaction if there is one.
     * A repetition answers the same conversation and keeps the aliases of the first time.
     */
    public ConversationId open(Member one, Member other) {
        throw new UnsupportedOperationException();
    }

    /** The conversation of two parties, if it was ever opened. */
    public Optional<ConversationId> between(PartyRef one, PartyRef other) {
        throw new UnsupportedOperationException();
    }

    /** A conversation as a party sees it; empty when there is none or the party is no member. */
    public Optional<Membership> membership(ConversationId conversation, PartyRef viewer) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends a message and waits until it is durable. Repeating it with the same sender and key answers the original message; another
     * body or conversation under the same key is refused as {@code idempotency-key-reused}. Joins no transaction of the caller.
     */
    public SendOutcome send(SendMessage command) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #send}, but only the gates are asked on the caller's thread. The answer comes on a thread that must not be blocked. */
    public CompletableFuture<SendOutcome> submit(SendMessage command) {
        throw new UnsupportedOperationException();
    }

    /**
     * Older messages of a conversation, for a member; empty when the viewer is none.
     *
     * @param before only messages below this sequence, absent for the newest
     * @param limit 1 to 200
     */
    public Optional<History> history(PartyRef viewer, ConversationId conversation, @Nullable Long before, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The messages at these places, in rising order of sequence; those that do not exist are left out. Asks for no membership. */
    public List<Message> messages(Collection<MessageKey> keys) {
        throw new UnsupportedOperationException();
    }

    /** The list of a party: all conversations that are not hidden, those with the newest message first, at most 2,000. */
    public List<ConversationRow> rows(PartyRef party) {
        throw new UnsupportedOperationException();
    }

    /** The given conversations of a party, hidden ones too, those with the newest message first; others' are left out. */
    public List<ConversationRow> rows(PartyRef party, Collection<ConversationId> conversations) {
        throw new UnsupportedOperationException();
    }

    /** Changes how the conversation stands in the member's list and tells the member's devices. False when the party is no member. */
    public boolean change(PartyRef member, ConversationId conversation, ChangeSettings settings) {
        throw new UnsupportedOperationException();
    }

    /** Takes the conversation out of the member's list until it is opened again. Its messages stay. Harmless when repeated. */
    public void hide(PartyRef member, ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /**
     * The member acknowledges all messages up to the given sequences. Moves only forward; displayed means delivered too. The other side
     * is told within a moment.
     *
     * @param delivered message sequence, 0 for no news
     * @param displayed message sequence, 0 for no news
     * @return why not, when the party is no member
     */
    public Optional<Refusal> acknowledge(PartyRef member, ConversationId conversation, long delivered, long displayed) {
        throw new UnsupportedOperationException();
    }

    /** The next message sequence. Take it under a lock that is held until commit, so that sequences are ordered by commit. */
    public long nextSequence() {
        throw new UnsupportedOperationException();
    }
}
