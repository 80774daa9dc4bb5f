package dev.parley.contact;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param waitingRequests how many requests of one user may wait for their answer
 * @param gateMemory how long another node may still let a message through after a contact was removed or blocked on this one; zero asks the
 *     database for every message
 */
@Validated
@ConfigurationProperties("parley.contact")
record ContactProperties(
        @DefaultValue("100") @Min(1) int waitingRequests,
        @DefaultValue("1s") Duration gateMemory) {}
