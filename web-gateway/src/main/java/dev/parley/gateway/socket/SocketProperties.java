package dev.parley.gateway.socket;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a connection may cost.
 *
 * @param framesPerSecond frames a device may send in the long run
 * @param frameBurst frames it may send at once after a pause
 * @param frameSize greatest size of a frame from a device
 * @param waiting bytes that may wait for a slow reader before its connection ends
 * @param heartbeatInterval time between two heartbeats; a device that is silent for more than two of them is gone
 * @param helloWithin time from the opening to the first frame
 * @param ticketLife time in which a ticket must be used
 * @param connectionsPerUser connections of one user to one inbox on one node; one more ends the oldest
 * @param offlineAfter time without a connection after which contacts are told
 * @param arrivalsAtOnce devices that may be connecting at the same time on one node, until they have everything they missed
 * @param arrivalsPerSecond pace at which those beyond that are asked to come again, until their own pace is known; 0 for 500 per
 *     processor
 * @param sessionCheck time within which the connection of a session that another node has ended is ended here too, when the hint of it was
 *     lost
 * @param drain time over which a node that stops sends its connections elsewhere; zero sends all at once
 */
@Validated
@ConfigurationProperties("parley.socket")
record SocketProperties(
        @DefaultValue("50") @Min(1) int framesPerSecond,
        @DefaultValue("100") @Min(1) int frameBurst,
        @DefaultValue("64KB") DataSize frameSize,
        @DefaultValue("1MB") DataSize waiting,
        @DefaultValue("25s") Duration heartbeatInterval,
        @DefaultValue("10s") Duration helloWithin,
        @DefaultValue("30s") Duration ticketLife,
        @DefaultValue("32") @Min(1) int connectionsPerUser,
        @DefaultValue("3s") Duration offlineAfter,
        @DefaultValue("256") @Min(1) int arrivalsAtOnce,
        @DefaultValue("0") @Min(0) int arrivalsPerSecond,
        @DefaultValue("5s") Duration sessionCheck,
        @DefaultValue("0s") Duration drain) {}
