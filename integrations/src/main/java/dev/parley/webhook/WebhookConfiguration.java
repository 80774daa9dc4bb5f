package dev.parley.webhook;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {
    /** Which addresses a company may make this server call: those of the public network, and what the operator allows. */
    @Bean
    InetAddressFilter webhookAddresses(WebhookProperties properties) {
        var external = InetAddressFilter.externalAddresses();
        return properties.allowedAddresses().isEmpty()
                ? external
                : external.or(InetAddressFilter.of(properties.allowedAddresses().toArray(String[]::new)));
    }
}
