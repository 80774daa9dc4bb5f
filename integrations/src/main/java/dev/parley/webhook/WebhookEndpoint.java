package dev.parley.webhook;

import dev.parley.account.OfficialAccountId;
import java.time.Instant;
import java.util.List;

/**
 * An address of an account's systems, without its secret.
 *
 * @param events types of events it is told, such as {@code follow.started}
 * @param active false once the endpoint has answered 410 (gone): nothing is sent to it any more
 */
public record WebhookEndpoint(
        WebhookEndpointId id,
        OfficialAccountId account,
        String url,
        List<String> events,
        boolean active,
        Instant createdAt) {
    public WebhookEndpoint {
        events = List.copyOf(events);
    }
}
