package dev.parley.gateway.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** How a client wants to prove its session from now on. */
@Schema(description = "how the client proves its session: a cookie for browsers, a token for everything else")
public enum Transport {
    @JsonProperty("cookie")
    COOKIE,
    @JsonProperty("bearer")
    BEARER
}
