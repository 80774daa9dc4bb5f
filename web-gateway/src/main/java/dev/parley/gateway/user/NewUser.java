package dev.parley.gateway.user;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a sign-up. */
@Schema(name = "NewUser", description = "Somebody who wants to become a user.")
record NewUser(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                pattern = "^[a-z0-9._]{3,30}$",
                description = "unique on this server, in any case",
                example = "alice")
        @Nullable
        String handle,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 60, example = "Alice Example")
        @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                minLength = 10,
                maxLength = 200,
                format = "password",
                example = "correct horse battery")
        @Nullable
        String password,

        @Schema(description = "language tag; English when left out", example = "en") @Nullable
        String locale,

        @Schema(description = "IANA name; UTC when left out", example = "Europe/Berlin") @Nullable
        String timeZone,

        @Schema(description = "how the device is called in the list of devices", example = "Firefox on Linux") @Nullable
        String deviceName,

        @Nullable Transport transport) {
    @Override
    public String toString() {
        return "NewUser[" + handle + "]"; // never the password
    }
}
