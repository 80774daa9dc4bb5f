package dev.parley.insight;

import java.util.Locale;

/** What a follower can do about an account. To unfollow and to block both end the follow. */
public enum ActKind {
    REFOLLOW,
    MUTE,
    LESS,
    BLOCK,
    REPORT;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ActKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
