package dev.parley.delivery;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The way to other nodes.
 *
 * @param url address of the NATS servers, {@code nats://user:password@host:4222}, several with commas between them; empty for a server
 *     that has no other nodes
 * @param subjects first part of all subjects: servers that share a NATS but not a database take different ones
 * @param reconnectEvery pause between two tries while NATS does not answer
 */
@Validated
@ConfigurationProperties("parley.nats")
record NatsProperties(
        @DefaultValue("") String url,

        @DefaultValue("parley") @Pattern(regexp = "[A-Za-z0-9-]{1,40}")
        String subjects,

        @DefaultValue("500ms") Duration reconnectEvery) {
    @Override
    public String toString() {
        return "NatsProperties[subjects=" + subjects + "]";
    }
}
