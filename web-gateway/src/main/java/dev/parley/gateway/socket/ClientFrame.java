package dev.parley.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.gateway.conversation.NewBody;
import dev.parley.kernel.Cursor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A frame from a device. A closed set, described in docs/protocol/socket.md; absent fields are null and checked where they are used. */
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
            @Nullable String key,
            @Nullable UUID conversation,
            @Nullable NewBody body) implements ClientFrame {}

    /** All messages up to these are delivered or displayed. */
    @JsonTypeName("receipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            @Nullable UUID conversation,
            @Nullable Long delivered,
            @Nullable Long displayed) implements ClientFrame {}

    /** The user writes, or has stopped. */
    @JsonTypeName("typing")
    record Typing(@Nullable UUID conversation, boolean active) implements ClientFrame {}

    /** The device has handled everything up to here. */
    @JsonTypeName("cursor")
    record Handled(@Nullable Cursor cursor) implements ClientFrame {}

    /** Push messages were on the screen. */
    @JsonTypeName("shown")
    record Shown(@Nullable List<Item> items) implements ClientFrame {}

    /** One push message. @param opened whether its link was opened, false by default */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(@Nullable UUID push, @Nullable Boolean opened) {}

    /** Are you there? */
    @JsonTypeName("ping")
    record Ping() implements ClientFrame {}
}
