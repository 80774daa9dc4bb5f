package dev.parley.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.draft.NewMessageBody;
import dev.parley.kernel.Cursor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A frame from a device. A closed set, described in docs/protocol/socket.md; absent fields are null and checked where they are used. */
@Schema(name = "ClientFrame", description = "What a device says on the socket, see socket.md.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ClientFrame.Hello.class),
    @JsonSubTypes.Type(ClientFrame.Send.class),
    @JsonSubTypes.Type(ClientFrame.Receipt.class),
    @JsonSubTypes.Type(ClientFrame.Typing.class),
    @JsonSubTypes.Type(ClientFrame.Handled.class),
    @JsonSubTypes.Type(ClientFrame.Shown.class),
    @JsonSubTypes.Type(ClientFrame.Ping.class)
})
sealed interface ClientFrame {
    /** The first frame. @param cursor what the device has handled; null for a device that starts with the present */
    @JsonTypeName("hello")
    record Hello(@Nullable Cursor cursor) implements ClientFrame {}

    /** Send a message. */
    @JsonTypeName("send")
    record Send(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String key,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID conversation,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            NewMessageBody body)
            implements ClientFrame {}

    /** All messages up to these are delivered or displayed. */
    @JsonTypeName("receipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID conversation,

            @Nullable Long delivered,
            @Nullable Long displayed)
            implements ClientFrame {}

    /** The user writes, or has stopped. */
    @JsonTypeName("typing")
    record Typing(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID conversation,

            boolean active) implements ClientFrame {}

    /** The device has handled everything up to here. */
    @JsonTypeName("cursor")
    record Handled(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Cursor cursor) implements ClientFrame {}

    /** Push messages were on the screen. */
    @JsonTypeName("shown")
    record Shown(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<Item> items) implements ClientFrame {}

    /** One push message. @param opened whether its link was opened, false by default */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID push,

            @Nullable Boolean opened) {}

    /** Are you there? */
    @JsonTypeName("ping")
    record Ping() implements ClientFrame {}
}
