package dev.parley.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.FormField;
import dev.parley.conversation.MessageAction;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.Sticker;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, with the addresses of its uploads. Every kind but the text carries what is said where it cannot be shown; quick
 * replies and mentions are left out where there are none. Made by {@link BodyViews}.
 */
@Schema(
        name = "MessageBody",
        description =
                "What a message says, with the addresses of its uploads. alternative is said where the kind cannot"
                        + " be shown; quickReplies is left out where there are none.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(BodyView.Text.class),
    @JsonSubTypes.Type(BodyView.Image.class),
    @JsonSubTypes.Type(BodyView.Video.class),
    @JsonSubTypes.Type(BodyView.Audio.class),
    @JsonSubTypes.Type(BodyView.Voice.class),
    @JsonSubTypes.Type(BodyView.File.class),
    @JsonSubTypes.Type(BodyView.Location.class),
    @JsonSubTypes.Type(BodyView.Stickered.class),
    @JsonSubTypes.Type(BodyView.Article.class),
    @JsonSubTypes.Type(BodyView.Articles.class),
    @JsonSubTypes.Type(BodyView.Card.class),
    @JsonSubTypes.Type(BodyView.Carousel.class),
    @JsonSubTypes.Type(BodyView.Rows.class),
    @JsonSubTypes.Type(BodyView.Confirm.class),
    @JsonSubTypes.Type(BodyView.Layout.class),
    @JsonSubTypes.Type(BodyView.Form.class),
    @JsonSubTypes.Type(BodyView.Several.class),
    @JsonSubTypes.Type(BodyView.Postback.class),
    @JsonSubTypes.Type(BodyView.Pick.class),
    @JsonSubTypes.Type(BodyView.Answers.class)
})
public sealed interface BodyView {
    /** Words. */
    @JsonTypeName("text")
    record Text(
            String text,
            @JsonInclude(Include.NON_EMPTY) List<MentionView> mentions,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A picture. */
    @JsonTypeName("image")
    record Image(
            UUID media,
            String url,
            String thumbnailUrl,
            int widthPx,
            int heightPx,
            String placeholderColor,
            String description,
            @Nullable String caption,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A video. */
    @JsonTypeName("video")
    record Video(
            UUID media,
            String url,
            String contentType,
            long sizeBytes,
            @Nullable Long durationMs,
            @Nullable Integer widthPx,
            @Nullable Integer heightPx,
            String description,
            @Nullable String caption,
            @Nullable PictureInBody cover,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** Something to listen to. */
    @JsonTypeName("audio")
    record Audio(
            UUID media,
            String url,
            String contentType,
            long sizeBytes,
            String title,
            @Nullable Long durationMs,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** Something spoken. */
    @JsonTypeName("voice")
    record Voice(
            UUID media,
            String url,
            String contentType,
            long durationMs,

            @Schema(description = "how loud it is over its length, each 0 to 31")
            List<Integer> wave,

            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A file; its address gives it to be kept, never shown. */
    @JsonTypeName("file")
    record File(
            UUID media,
            String url,
            String name,
            long sizeBytes,
            String contentType,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A place, in degrees. */
    @JsonTypeName("location")
    record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A drawn feeling. */
    @JsonTypeName("sticker")
    record Stickered(
            @Schema(allowableValues = Sticker.PACK) String pack,
            Sticker sticker,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A card with a link. */
    @JsonTypeName("article")
    record Article(
            String title,
            String summary,
            String link,
            @Nullable PictureInBody cover,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** Several articles, the first one largest. */
    @JsonTypeName("articles")
    record Articles(
            List<ItemView> items,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies) implements BodyView {}

    /** A card with buttons. */
    @JsonTypeName("card")
    record Card(
            @Nullable String title,
            String text,
            @Nullable PictureInBody cover,
            List<MessageAction> actions,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** Cards beside each other. */
    @JsonTypeName("carousel")
    record Carousel(
            List<CarouselCardView> cards,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A list to choose one row from. */
    @JsonTypeName("list")
    record Rows(
            @Nullable String header,
            String text,
            String button,
            List<SectionView> sections,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A question with two answers. */
    @JsonTypeName("confirm")
    record Confirm(
            String text,
            List<MessageAction> actions,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** A free layout. */
    @JsonTypeName("layout")
    record Layout(
            LayoutElementView root,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** Questions to answer. */
    @JsonTypeName("form")
    record Form(
            String title,
            @Nullable String text,
            List<FieldView> fields,
            String submit,
            String alternative,
            @JsonInclude(Include.NON_EMPTY) List<QuickReplyView> quickReplies)
            implements BodyView {}

    /** Several bodies that are one push message or automatic answer; the quick replies are those of the last. */
    @JsonTypeName("several")
    record Several(List<BodyView> bodies, String alternative) implements BodyView {}

    /** A person tapped a button of that message. */
    @JsonTypeName("postback")
    record Postback(
            long message,
            String data,
            String text,
            @Nullable String chosen,
            String alternative) implements BodyView {}

    /** A person chose a row of that message. */
    @JsonTypeName("pick")
    record Pick(long message, String row, String text, String alternative) implements BodyView {}

    /** A person filled in the form of that message. */
    @JsonTypeName("answers")
    record Answers(
            long message,

            @Schema(description = "by the id of the field: a string, a number, a boolean, or several strings")
            Map<String, Object> values,

            @Schema(description = "the same in the order of the form, with the words of its labels")
            List<AnswerView> items,

            String alternative)
            implements BodyView {}

    /** Somebody named in a text. */
    record MentionView(
            @Schema(description = "in UTF-16 code units") int start,
            int length,
            String handle,
            UUID id,
            @Schema(allowableValues = {"user", "account"}) String kind) {}

    /** A button below the newest message. */
    record QuickReplyView(
            MessageAction action,
            @Nullable UUID icon,
            @Nullable String iconUrl) {}

    /** One of several articles. */
    record ItemView(
            String title,
            String summary,
            String link,
            @Nullable PictureInBody cover) {}

    /** One card of a carousel. */
    record CarouselCardView(
            @Nullable String title, String text, @Nullable PictureInBody cover, List<MessageAction> actions) {}

    /** Part of a list. */
    record SectionView(@Nullable String title, List<RowView> rows) {}

    /** A row of a list. */
    record RowView(String id, String title, @Nullable String description) {}

    /** A question of a form. */
    record FieldView(
            String id,
            String label,
            FormField.Kind kind,
            boolean required,

            @Schema(description = "empty unless there is something to choose")
            List<String> choices,

            @Nullable Integer max) {}

    /** The answer to one field. */
    record AnswerView(String field, String label, FormField.Kind kind, List<String> values) {}

    /** The view of a stored body. */
    static BodyView of(MessageBody body) {
        return BodyViews.of(body);
    }
}
