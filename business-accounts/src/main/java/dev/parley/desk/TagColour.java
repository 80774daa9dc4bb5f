package dev.parley.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** By which a tag is told from others at a glance; its name stands beside it. */
public enum TagColour {
    @JsonProperty("petrol")
    PETROL,
    @JsonProperty("orange")
    ORANGE,
    @JsonProperty("violet")
    VIOLET,
    @JsonProperty("red")
    RED,
    @JsonProperty("green")
    GREEN,
    @JsonProperty("blue")
    BLUE,
    @JsonProperty("grey")
    GREY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TagColour of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
