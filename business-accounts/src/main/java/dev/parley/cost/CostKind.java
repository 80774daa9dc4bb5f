package dev.parley.cost;

import java.util.Locale;

/** What a push message can cost. Whoever blocks has also left. */
enum CostKind {
    LEFT,
    BLOCK,
    MUTE,
    LESS,
    REPORT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CostKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it ends the follow. */
    boolean ends() {
        return this == LEFT || this == BLOCK;
    }
}
