package dev.parley.media;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param largestFile greatest size of an upload
 * @param mostPixels greatest width times height
 * @param mostFrames greatest number of pictures in an animation
 * @param decodedAtOnce pictures decoded at the same time; more wait their turn
 */
@Validated
@ConfigurationProperties("parley.media")
record MediaProperties(
        @DefaultValue("10MB") DataSize largestFile,
        @DefaultValue("40000000") @Min(1) long mostPixels,
        @DefaultValue("300") @Min(1) int mostFrames,
        @DefaultValue("2") @Min(1) int decodedAtOnce) {}
