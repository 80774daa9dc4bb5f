package dev.parley.conversation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are written.
 *
 * @param appendBatch messages written in one transaction, at most
 * @param writers transactions that write messages at the same time
 * @param waitingMessages messages that may wait to be written; further ones are refused as {@code unavailable}
 * @param cachedConversations conversations whose members are kept in memory
 */
@Validated
@ConfigurationProperties("parley.conversation")
record ConversationProperties(
        @DefaultValue("1000") @Min(1) @Max(10_000) int appendBatch,
        @DefaultValue("2") @Min(1) @Max(8) int writers,
        @DefaultValue("10000") @Min(1) int waitingMessages,
        @DefaultValue("200000") @Min(1) long cachedConversations) {}
