package dev.parley.gateway.user;

import dev.parley.gateway.PictureView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in.
 *
 * @param locale language tag (BCP 47)
 * @param timeZone IANA name
 * @param operator whether this user also runs the server
 * @param device the device that asks
 */
@Schema(name = "Me", description = "Whoever is signed in.")
public record MeView(
        UUID id,
        String handle,
        String name,
        @Nullable PictureView picture,
        String locale,
        String timeZone,
        boolean operator,
        DigestTimeView digest,
        Instant createdAt,
        ThisDevice device) {
    /** The device that asks. */
    public record ThisDevice(UUID id, String name) {}
}
