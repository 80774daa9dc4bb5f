package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a button does. A closed set, the same as it is stored and as it is shown; the limits of its members stand in
 * docs/protocol/limits.md.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(MessageAction.Link.class),
    @JsonSubTypes.Type(MessageAction.Say.class),
    @JsonSubTypes.Type(MessageAction.Postback.class),
    @JsonSubTypes.Type(MessageAction.Date.class),
    @JsonSubTypes.Type(MessageAction.Location.class),
    @JsonSubTypes.Type(MessageAction.Camera.class),
    @JsonSubTypes.Type(MessageAction.Photos.class),
    @JsonSubTypes.Type(MessageAction.Copy.class),
    @JsonSubTypes.Type(MessageAction.Call.class),
    @JsonSubTypes.Type(MessageAction.Page.class)
})
public sealed interface MessageAction {
    /** What stands on the button. */
    String label();

    /** Opens an address outside of the client. */
    @JsonTypeName("link")
    record Link(String label, String link) implements MessageAction {}

    /** Sends these words in the person's name. */
    @JsonTypeName("say")
    record Say(String label, String text) implements MessageAction {}

    /** Tells the account that it was tapped. @param text what the person's bubble shows; the label when absent */
    @JsonTypeName("postback")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Postback(String label, String data, @Nullable String text) implements MessageAction {
        /** What the person's bubble shows. */
        public String shown() {
            return text == null ? label : text;
        }
    }

    /**
     * Asks for a date or a time and tells it to the account.
     *
     * @param initial where the choice begins, in the form of the mode: {@code 2026-03-02}, {@code 09:30} or {@code 2026-03-02T09:30}
     * @param min the earliest, in the same form
     * @param max the latest, in the same form
     */
    @JsonTypeName("date")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Date(
            String label,
            String data,
            Mode mode,
            @Nullable String initial,
            @Nullable String min,
            @Nullable String max) implements MessageAction {}

    /** Sends where the person is, after asking. */
    @JsonTypeName("location")
    record Location(String label) implements MessageAction {}

    /** Takes a picture and sends it, after asking. */
    @JsonTypeName("camera")
    record Camera(String label) implements MessageAction {}

    /** Lets the person choose pictures and sends them. */
    @JsonTypeName("photos")
    record Photos(String label) implements MessageAction {}

    /** Puts words into the clipboard. */
    @JsonTypeName("copy")
    record Copy(String label, String text) implements MessageAction {}

    /** Calls a number. */
    @JsonTypeName("call")
    record Call(String label, String phone) implements MessageAction {}

    /** Opens an address inside of the client, apart from it. */
    @JsonTypeName("page")
    record Page(String label, String link) implements MessageAction {}

    /** What is chosen. */
    enum Mode {
        DATE,
        TIME,
        DATETIME;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
