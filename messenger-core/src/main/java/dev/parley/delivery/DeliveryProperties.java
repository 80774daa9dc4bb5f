package dev.parley.delivery;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How entries reach devices.
 *
 * @param tooFarBehind a device that has missed more entries than this is told to start anew instead
 * @param concurrentCatchUps connections that may read what they missed at the same time; others wait their turn
 * @param receiptInterval receipts of this time are gathered and written together
 * @param waitingReceipts receipts that may wait to be written; further ones are dropped, which a later receipt makes good
 * @param cachedInboxes inboxes whose newest sequence is kept in memory while only this node appends to them
 * @param lanes threads that hand entries to connections; 0 for one per processor
 * @param sweep time within which every connected party of a node is compared with its inbox, in case a hint of another node was lost
 * @param sweepWhileAway the same while NATS is away and no hints come at all
 * @param nodeSilence a node that says nothing for so long has died; whoever was connected to it is no longer shown as present
 */
@Validated
@ConfigurationProperties("parley.delivery")
record DeliveryProperties(
        @DefaultValue("1000") @Min(1) int tooFarBehind,
        @DefaultValue("6") @Min(1) int concurrentCatchUps,
        @DefaultValue("50ms") Duration receiptInterval,
        @DefaultValue("100000") @Min(1) int waitingReceipts,
        @DefaultValue("200000") @Min(0) long cachedInboxes,
        @DefaultValue("0") @Min(0) int lanes,
        @DefaultValue("10s") Duration sweep,
        @DefaultValue("2s") Duration sweepWhileAway,
        @DefaultValue("5s") Duration nodeSilence) {}
