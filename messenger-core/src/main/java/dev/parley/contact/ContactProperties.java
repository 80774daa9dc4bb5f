package dev.parley.contact;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param waitingRequests how many requests of one user may wait for their answer
 * @param gateMemory how long a node remembers that two users may write to each other, for typing, presence and a first look at messages; what
 *     is written is asked for again, so that nothing is written behind a block or a removal. Zero remembers nothing
 */
@Validated
@ConfigurationProperties("parley.contact")
record ContactProperties(
        @DefaultValue("100") @Min(1) int waitingRequests,
        @DefaultValue("1s") Duration gateMemory) {}
