package dev.parley.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Webhooks.
 *
 * @param allowedAddresses private or loopback addresses that may be called all the same, as addresses or networks ({@code
 *     192.168.7.0/24}); all others of that kind are refused
 * @param connectTimeout how long a connection may take to come about
 * @param timeout how long one try may take in all
 * @param retries waiting times before the second try, the third, and so on; after the last the delivery is given up
 * @param atOnce tries at the same time on one node
 * @param atOncePerEndpoint tries at the same time towards one endpoint on one node
 * @param waitingPerEndpoint deliveries that may wait for one endpoint; what comes on top is given up at once
 * @param endpointsPerAccount how many endpoints an account may have
 * @param poll how often a node looks for deliveries that others have left or that are due again
 * @param keep how long attempts can be looked at
 */
@Validated
@ConfigurationProperties("parley.webhook")
record WebhookProperties(
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout,

        @DefaultValue({"5s", "30s", "2m", "10m", "30m", "2h", "6h", "12h", "24h"})
        List<Duration> retries,

        @DefaultValue("64") @Min(1) @Max(1_000) int atOnce,
        @DefaultValue("8") @Min(1) @Max(100) int atOncePerEndpoint,
        @DefaultValue("10000") @Min(1) int waitingPerEndpoint,
        @DefaultValue("10") @Min(1) @Max(100) int endpointsPerAccount,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30d") Duration keep) {
    WebhookProperties {
        allowedAddresses = List.copyOf(allowedAddresses);
        retries = List.copyOf(retries);
    }

    /** When a delivery is tried again after this many tries; absent when it is given up. */
    java.util.Optional<Duration> waitAfter(int tries) {
        return tries <= retries.size() ? java.util.Optional.of(retries.get(tries - 1)) : java.util.Optional.empty();
    }
}
