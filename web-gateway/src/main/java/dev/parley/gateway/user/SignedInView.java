package dev.parley.gateway.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Answer to a sign-up and to a log-in.
 *
 * @param token to be sent as {@code Authorization: Bearer}; only when that transport was asked for, and only this once
 */
@Schema(name = "SignedIn", description = "A session just opened.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignedInView(MeView me, @Nullable String token) {
    @Override
    public String toString() {
        return "SignedInView[" + me.handle() + "]"; // never the token
    }
}
