package dev.parley.draft;

import dev.parley.conversation.MessageBody;
import dev.parley.kernel.FieldRefusal;
import java.util.List;

/** What became of a draft. */
public sealed interface Checked {
    /** It keeps all rules. */
    record Accepted(MessageBody body) implements Checked {}

    /** Everything that is wrong with it: problem invalid-request. */
    record Refused(List<FieldRefusal> refusals) implements Checked {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
