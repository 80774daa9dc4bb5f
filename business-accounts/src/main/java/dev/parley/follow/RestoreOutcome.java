package dev.parley.follow;

import dev.parley.kernel.Refusal;

/** The answer to taking an unfollow back. */
public sealed interface RestoreOutcome {
    /** The former follow goes on as if it had never ended. Also the answer to a repetition. */
    record Restored(Follow follow) implements RestoreOutcome {}

    /** The undo time is over, or there was nothing to take back. */
    record Refused(Refusal refusal) implements RestoreOutcome {}
}
