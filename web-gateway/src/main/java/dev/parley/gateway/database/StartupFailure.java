package dev.parley.gateway.database;

import org.jspecify.annotations.Nullable;

/** Why the server cannot start, in one sentence that whoever runs it can act on. */
public final class StartupFailure extends RuntimeException {
    /** The sentence. */
    public StartupFailure(String sentence) {
        this(sentence, null);
    }

    /** The sentence, and what it was made of. */
    public StartupFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
