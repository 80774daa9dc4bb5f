package dev.parley.gateway.follow;

import dev.parley.push.Dosage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A follow as the follower sees it.
 *
 * @param source how it began: {@code search}, {@code qr}, {@code link} or {@code card}
 * @param less what "Less" would choose; null when the dosage is already the least
 * @param heldNow push messages that wait for the next digest
 * @param window when the account may write directly; null when the follower has not written yet
 */
@Schema(name = "Follow", description = "A follow as the follower sees it.")
public record FollowView(
        UUID account,
        Instant since,

        @Schema(allowableValues = {"search", "qr", "link", "card"})
        String source,

        boolean muted,
        Dosage dosage,
        @Nullable Dosage less,
        int heldNow,
        @Nullable WindowView window) {

    /** The time in which an account may write directly. */
    @Schema(name = "Window", description = "The time in which an account may write to its follower directly.")
    public record WindowView(Instant opensAt, Instant closesAt) {}
}
