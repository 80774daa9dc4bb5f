package dev.parley.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.gateway.conversation.MessageView;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.kernel.Cursor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A frame to a device. A closed set, described in docs/protocol/socket.md. */
@Schema(name = "ServerFrame", description = "What the server says on the socket, see socket.md.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ServerFrame.Ready.class),
    @JsonSubTypes.Type(ServerFrame.Synced.class),
    @JsonSubTypes.Type(ServerFrame.Acknowledged.class),
    @JsonSubTypes.Type(ServerFrame.Refused.class),
    @JsonSubTypes.Type(ServerFrame.NewMessage.class),
    @JsonSubTypes.Type(ServerFrame.Receipt.class),
    @JsonSubTypes.Type(ServerFrame.Typing.class),
    @JsonSubTypes.Type(ServerFrame.Presence.class),
    @JsonSubTypes.Type(ServerFrame.Changed.class),
    @JsonSubTypes.Type(ServerFrame.Heartbeat.class),
    @JsonSubTypes.Type(ServerFrame.TooFarBehind.class),
    @JsonSubTypes.Type(ServerFrame.Failure.class),
    @JsonSubTypes.Type(ServerFrame.Pong.class)
})
sealed interface ServerFrame {
    /** The answer to hello. @param cursor from where the server goes on */
    @JsonTypeName("ready")
    record Ready(Cursor cursor, long heartbeatSeconds, UUID device, PartyName party) implements ServerFrame {}

    /** Whose inbox a connection reads. */
    record PartyName(
            @Schema(allowableValues = {"user", "account"}) String kind, UUID id) {}

    /** Everything missed has been sent. */
    @JsonTypeName("synced")
    record Synced(Cursor cursor) implements ServerFrame {}

    /** A message of this device is durable. @param cursor absent when the message also comes, or came, as {@link NewMessage} */
    @JsonTypeName("acknowledged")
    record Acknowledged(String key, @Nullable Cursor cursor, MessageView message) implements ServerFrame {}

    /** A message of this device was not written. */
    @JsonTypeName("refused")
    record Refused(String key, ProblemView problem) implements ServerFrame {}

    /** A message of the other side, or of the user on any device. */
    @JsonTypeName("message")
    record NewMessage(Cursor cursor, MessageView message) implements ServerFrame {}

    /** A member has acknowledged. */
    @JsonTypeName("receipt")
    record Receipt(Cursor cursor, UUID conversation, UUID party, long delivered, long displayed)
            implements ServerFrame {}

    /** The other side writes, or has stopped. */
    @JsonTypeName("typing")
    record Typing(UUID conversation, UUID party, boolean active) implements ServerFrame {}

    /** A contact has come or gone. */
    @JsonTypeName("presence")
    record Presence(UUID party, boolean online) implements ServerFrame {}

    /** Something is to be fetched again. */
    @JsonTypeName("changed")
    record Changed(
            Cursor cursor,

            @Schema(
                    allowableValues = {
                        "conversations",
                        "contacts",
                        "contact-requests",
                        "follow",
                        "digest",
                        "account",
                        "desk",
                        "me"
                    })
            String what,

            @Nullable UUID id)
            implements ServerFrame {}

    /** Everything up to here has been sent. */
    @JsonTypeName("heartbeat")
    record Heartbeat(Cursor cursor) implements ServerFrame {}

    /** Start anew. */
    @JsonTypeName("too-far-behind")
    record TooFarBehind(Cursor cursor) implements ServerFrame {}

    /** A frame was not understood, or its request cannot be done. */
    @JsonTypeName("error")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(ProblemView problem, @Nullable String key) implements ServerFrame {}

    /** Here I am. */
    @JsonTypeName("pong")
    record Pong() implements ServerFrame {}
}
