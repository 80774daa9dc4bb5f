package dev.parley.gateway.user;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of a log-in. */
@Schema(name = "Credentials", description = "Somebody who wants to log in.")
record Credentials(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "alice") @Nullable
        String handle,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "password", example = "correct horse battery")
        @Nullable
        String password,

        @Schema(description = "how the device is called in the list of devices", example = "Firefox on Linux") @Nullable
        String deviceName,

        @Nullable Transport transport) {
    @Override
    public String toString() {
        return "Credentials[" + handle + "]"; // never the password
    }
}
