package dev.parley.gateway.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers reach this server.
 *
 * @param baseAddress address that stands in links and QR codes, such as {@code https://chat.example.org}; by default
 *     {@code http://localhost} with the port
 * @param allowedOrigins further origins whose pages may open the socket; the server's own is always allowed
 */
@ConfigurationProperties("parley.web")
public record WebProperties(
        @Nullable URI baseAddress, @DefaultValue List<String> allowedOrigins) {
    public WebProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
