package dev.parley.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param sessionLifetime a session that was not used for so long has ended
 * @param devicesPerUser opening one more session ends the one unused for longest
 * @param passwordMemory memory of one Argon2id computation
 * @param passwordPasses passes of one Argon2id computation
 * @param passwordChecksAtOnce Argon2id computations at the same time; more wait their turn
 */
@Validated
@ConfigurationProperties("parley.identity")
record IdentityProperties(
        @DefaultValue("60d") Duration sessionLifetime,
        @DefaultValue("50") @Min(1) int devicesPerUser,
        @DefaultValue("19MB") DataSize passwordMemory,
        @DefaultValue("2") @Min(1) @Max(20) int passwordPasses,
        @DefaultValue("4") @Min(1) int passwordChecksAtOnce) {}
