package dev.parley.push;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Push messages.
 *
 * @param releasesPerDay push messages an account may release in a calendar day, unless an operator set another number
 * @param releasesPerMonth push messages an account may release in a calendar month, unless an operator set another
 *     number
 * @param quotaZone time zone in which days and months of the quota begin
 * @param digestKept how long a held push message stays in the digest
 */
@Validated
@ConfigurationProperties("parley.push")
record PushProperties(
        @DefaultValue("4") @Min(0) @Max(1000) int releasesPerDay,
        @DefaultValue("30") @Min(0) @Max(10000) int releasesPerMonth,
        @DefaultValue("UTC") ZoneId quotaZone,
        @DefaultValue("30d") Duration digestKept) {}
