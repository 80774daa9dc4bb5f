package dev.parley.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Makes ids. They are unique and rise roughly with time; order is never read from them. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /** A new UUIDv7 (RFC 9562). */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
