package dev.parley.conversation;

import dev.parley.kernel.Refusal;
import java.util.List;

/** What became of several messages that were sent together. */
public sealed interface SendAllOutcome {
    /** All are durable, in the given order. */
    record Accepted(List<Message> messages) implements SendAllOutcome {
        public Accepted {
            messages = List.copyOf(messages);
        }
    }

    /** The same request was accepted before; nothing was written. */
    record Repeated(List<Message> messages) implements SendAllOutcome {
        public Repeated {
            messages = List.copyOf(messages);
        }
    }

    /** None was written. */
    record Refused(Refusal refusal) implements SendAllOutcome {}
}
