package dev.parley.delivery;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an entry of an inbox says. */
public sealed interface EntryContent {
    /**
     * A message stands in a conversation.
     *
     * @param sequence message sequence
     * @param key under which the owner of the inbox sent it, absent for what others sent
     */
    record MessageArrived(
            ConversationId conversation,
            long sequence,
            @Nullable IdempotencyKey key) implements EntryContent {
        /** A message of somebody else. */
        public MessageArrived(ConversationId conversation, long sequence) {
            this(conversation, sequence, null);
        }
    }

    /**
     * Somebody has acknowledged all messages up to a sequence. Cumulative: only the newest of one conversation and acknowledger counts.
     *
     * @param by who acknowledged, as the reader of this entry knows them
     * @param delivered message sequence, 0 for none
     * @param displayed message sequence, 0 for none; at most {@code delivered}
     */
    record Acknowledged(ConversationId conversation, UUID by, long delivered, long displayed) implements EntryContent {}

    /** A resource has changed; who keeps a copy asks for it again. @param id which one, absent for the whole list */
    record Changed(ChangedThing what, @Nullable UUID id) implements EntryContent {}
}
