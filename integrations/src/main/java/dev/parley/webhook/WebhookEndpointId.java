package dev.parley.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one endpoint of an account's systems. */
public record WebhookEndpointId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebhookEndpointId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
