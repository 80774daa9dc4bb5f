package dev.parley.delivery;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;
import java.util.UUID;

/** News that is worth nothing later: told to connections, never stored. */
public sealed interface Signal {
    /** Somebody writes, or has stopped. @param by who, as the reader knows them */
    record Typing(ConversationId conversation, UUID by, boolean active) implements Signal {}

    /** A contact has connected their first device, or lost the last one. */
    record PresenceChanged(PartyRef party, boolean online) implements Signal {}
}
