package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stickers of our own pack {@code parley}, in the order in which they are offered. */
public enum Sticker {
    HELLO("Hello"),
    THANKS("Thank you"),
    YES("Yes"),
    NO("No"),
    LOVE("With love"),
    LAUGH("Laughing"),
    WOW("Wow"),
    SAD("Sad"),
    SORRY("Sorry"),
    PARTY("Let us celebrate"),
    COFFEE("Coffee?"),
    GOOD_NIGHT("Good night");

    /** Name of the pack. */
    public static final String PACK = "parley";

    private final String description;

    Sticker(String description) {
        this.description = description;
    }

    /** As on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it says, for those who do not see it. */
    public String description() {
        return description;
    }
}
