package dev.parley.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can be written to, as the reader may see them.
 *
 * @param kind {@code user}, {@code account} or {@code follower}
 * @param handle absent for a follower, whom the account does not know
 * @param verified whether an operator has verified the account; false for everybody else
 */
@Schema(name = "Party", description = "Someone who can be written to, as the reader may see them.")
public record PartyView(
        @Schema(allowableValues = {"user", "account", "follower"})
        String kind,

        UUID id,
        @Nullable String handle,
        String name,
        @Nullable PictureView picture,
        boolean verified,
        State state) {
    /** Whether the party can be written to at all. */
    @Schema(name = "PartyState")
    public enum State {
        ACTIVE,
        SUSPENDED,
        GONE;

        /** As it stands in JSON. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A party that is not there any more. */
    public static PartyView gone(String kind, UUID id) {
        return new PartyView(kind, id, null, "", null, false, State.GONE);
    }
}
