package dev.parley.gateway.user;

import dev.parley.push.DigestSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** When the digest comes, in the user's time zone. */
@Schema(name = "DigestTime", description = "When the digest comes, in the user's time zone.")
public record DigestTimeView(
        @Schema(allowableValues = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        String day,

        @Schema(minimum = "0", maximum = "23") int hour) {
    /** These settings as they are shown. */
    public static DigestTimeView of(DigestSettings settings) {
        return new DigestTimeView(settings.day().name().toLowerCase(Locale.ROOT), settings.hour());
    }
}
