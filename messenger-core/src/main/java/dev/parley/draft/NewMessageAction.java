package dev.parley.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.MessageAction;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a button is to do, as it was asked for; nothing is checked yet. Becomes a {@link MessageAction}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(NewMessageAction.Link.class),
    @JsonSubTypes.Type(NewMessageAction.Say.class),
    @JsonSubTypes.Type(NewMessageAction.Postback.class),
    @JsonSubTypes.Type(NewMessageAction.Date.class),
    @JsonSubTypes.Type(NewMessageAction.Location.class),
    @JsonSubTypes.Type(NewMessageAction.Camera.class),
    @JsonSubTypes.Type(NewMessageAction.Photos.class),
    @JsonSubTypes.Type(NewMessageAction.Copy.class),
    @JsonSubTypes.Type(NewMessageAction.Call.class),
    @JsonSubTypes.Type(NewMessageAction.Page.class)
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface NewMessageAction {
    /** What stands on the button. */
    @Nullable
    String label();

    /** Opens an address outside of the client. */
    @JsonTypeName("link")
    record Link(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.LINK) String link)
            implements NewMessageAction {}

    /** Sends words in the person's name. */
    @JsonTypeName("say")
    record Say(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.ACTION_SAY) String text)
            implements NewMessageAction {}

    /** Tells the account that it was tapped. */
    @JsonTypeName("postback")
    record Postback(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.ACTION_DATA) String data,
            @Nullable @Within(Limit.ACTION_TEXT) String text)
            implements NewMessageAction {}

    /** Asks for a date or a time. */
    @JsonTypeName("date")
    record Date(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.ACTION_DATA) String data,
            MessageAction.@NotNull @Nullable Mode mode,
            @Nullable String initial,
            @Nullable String min,
            @Nullable String max)
            implements NewMessageAction {}

    /** Sends where the person is. */
    @JsonTypeName("location")
    record Location(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label) implements NewMessageAction {}

    /** Takes a picture. */
    @JsonTypeName("camera")
    record Camera(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label) implements NewMessageAction {}

    /** Chooses pictures. */
    @JsonTypeName("photos")
    record Photos(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label) implements NewMessageAction {}

    /** Copies words. */
    @JsonTypeName("copy")
    record Copy(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.ACTION_COPY) String text)
            implements NewMessageAction {}

    /** Calls a number. */
    @JsonTypeName("call")
    record Call(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.ACTION_PHONE) String phone)
            implements NewMessageAction {}

    /** Opens an address inside of the client. */
    @JsonTypeName("page")
    record Page(
            @NotNull @Nullable @Within(Limit.ACTION_LABEL) String label,
            @NotNull @Nullable @Within(Limit.LINK) String link)
            implements NewMessageAction {}
}
