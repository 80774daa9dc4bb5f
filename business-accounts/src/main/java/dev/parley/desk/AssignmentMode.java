package dev.parley.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How waiting conversations find somebody who takes care. */
public enum AssignmentMode {
    /** Somebody takes or gives them. */
    @JsonProperty("by-hand")
    BY_HAND,
    /** In turn to those who are at the desk. */
    @JsonProperty("round-robin")
    ROUND_ROBIN,
    /** To whoever at the desk has the fewest. */
    @JsonProperty("by-load")
    BY_LOAD;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AssignmentMode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
