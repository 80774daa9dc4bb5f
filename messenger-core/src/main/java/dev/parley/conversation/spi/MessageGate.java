package dev.parley.conversation.spi;

import dev.parley.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Refuses messages. All gates are asked, on the sender's thread, before a message is queued; a gate that does not know the pair says nothing. */
public interface MessageGate {
    /** Why the message is refused, or nothing. */
    @Nullable
    Refusal check(Attempt attempt);
}
