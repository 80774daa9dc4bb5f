package dev.parley.webhook;

import java.util.UUID;

/**
 * What is to be told to one endpoint.
 *
 * @param tries how often it has been tried, this time included
 */
record Delivery(
        UUID id, WebhookEndpointId endpoint, String url, String secret, String event, String payload, int tries) {
    /** The same on every try, by which a receiver knows what it has already. */
    String messageId() {
        return "msg_" + id;
    }
}
