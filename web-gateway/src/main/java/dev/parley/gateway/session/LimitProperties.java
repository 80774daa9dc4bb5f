package dev.parley.gateway.session;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may ask for what is expensive or could be abused.
 *
 * @param enabled false counts nothing; only for trials and benchmarks
 * @param logInTries wrong passwords for one handle from one address before it must wait
 * @param logInPeriod time in which these tries come back
 * @param logInsPerAddress log-ins of all handles together from one address in that period
 * @param signUpsPerHour new users from one address per hour
 * @param searchesPerMinute searches for users or accounts by one user per minute
 */
@Validated
@ConfigurationProperties("parley.rate-limits")
record LimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5") @Min(1) int logInTries,
        @DefaultValue("10m") Duration logInPeriod,
        @DefaultValue("100") @Min(1) int logInsPerAddress,
        @DefaultValue("30") @Min(1) int signUpsPerHour,
        @DefaultValue("30") @Min(1) int searchesPerMinute) {}
