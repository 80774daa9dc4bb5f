package dev.parley.conversation.spi;

import dev.parley.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses messages. All gates are asked twice about each; a gate that does not know the pair says nothing. */
public interface MessageGate {
    /** Asked on the sender's thread before a message is queued: why it is refused, or nothing. May remember its answers for a moment. */
    @Nullable
    Refusal check(Attempt attempt);

    /**
     * Asked again in the transaction that writes, on the one thread that writes for everybody: answer with one statement for the whole
     * batch, and from no memory. The inboxes of all senders and recipients are locked by then. So whoever ends a permission and locks
     * one of the two inboxes in the same transaction (telling a party of it does) ends it strictly: nothing is written behind it.
     *
     * @return the attempts that are refused after all, with the reason; the others are written
     */
    default Map<Attempt, Refusal> confirm(List<Attempt> batch) {
        return Map.of();
    }
}
