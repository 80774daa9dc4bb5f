package dev.parley.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.FormField;
import dev.parley.conversation.MessageBody;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to say, as it was asked for: nothing is checked yet, and uploads are only named. {@link Drafts} makes a
 * {@link MessageBody} of it. What is absent here is refused there, with the name of the field.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(NewMessageBody.Text.class),
    @JsonSubTypes.Type(NewMessageBody.Image.class),
    @JsonSubTypes.Type(NewMessageBody.Video.class),
    @JsonSubTypes.Type(NewMessageBody.Audio.class),
    @JsonSubTypes.Type(NewMessageBody.Voice.class),
    @JsonSubTypes.Type(NewMessageBody.File.class),
    @JsonSubTypes.Type(NewMessageBody.Location.class),
    @JsonSubTypes.Type(NewMessageBody.Stickered.class),
    @JsonSubTypes.Type(NewMessageBody.Article.class),
    @JsonSubTypes.Type(NewMessageBody.Articles.class),
    @JsonSubTypes.Type(NewMessageBody.Card.class),
    @JsonSubTypes.Type(NewMessageBody.Carousel.class),
    @JsonSubTypes.Type(NewMessageBody.Rows.class),
    @JsonSubTypes.Type(NewMessageBody.Confirm.class),
    @JsonSubTypes.Type(NewMessageBody.Layout.class),
    @JsonSubTypes.Type(NewMessageBody.Form.class),
    @JsonSubTypes.Type(NewMessageBody.Several.class),
    @JsonSubTypes.Type(NewMessageBody.Postback.class),
    @JsonSubTypes.Type(NewMessageBody.Pick.class),
    @JsonSubTypes.Type(NewMessageBody.Answers.class)
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface NewMessageBody {
    /** Words. */
    @JsonTypeName("text")
    record Text(
            @NotNull @Nullable @Within(Limit.TEXT) String text,
            @Nullable @Within(Limit.MENTIONS) List<@Nullable Mention> mentions,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {
        /** Words and nothing else. */
        public static Text of(String text) {
            return new Text(text, null, null);
        }
    }

    /** An uploaded picture. */
    @JsonTypeName("image")
    record Image(
            @NotNull @Nullable UUID media,
            @NotNull @Nullable @Within(Limit.DESCRIPTION) String description,
            @Nullable @Within(Limit.CAPTION) String caption,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** An uploaded video. Length and size count only where the file does not say them. */
    @JsonTypeName("video")
    record Video(
            @NotNull @Nullable UUID media,

            @NotNull @Nullable @Within(Limit.DESCRIPTION) String description,

            @Nullable @Within(Limit.CAPTION) String caption,
            @Nullable Cover cover,
            @Nullable Long durationMs,
            @Nullable Integer widthPx,
            @Nullable Integer heightPx,

            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** Something uploaded to listen to. The length counts only where the file does not say it. */
    @JsonTypeName("audio")
    record Audio(
            @NotNull @Nullable UUID media,

            @NotNull @Nullable @Within(Limit.AUDIO_TITLE) String title,

            @Nullable Long durationMs,

            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** Something spoken. The length counts only where the file does not say it. */
    @JsonTypeName("voice")
    record Voice(
            @NotNull @Nullable UUID media,
            @Nullable Long durationMs,
            @Nullable @Within(Limit.WAVE) List<@Nullable Integer> wave,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** An uploaded file. */
    @JsonTypeName("file")
    record File(
            @NotNull @Nullable UUID media,
            @NotNull @Nullable @Within(Limit.FILE_NAME) String name,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A place, in degrees. */
    @JsonTypeName("location")
    record Location(
            @NotNull @Nullable Double latitude,
            @NotNull @Nullable Double longitude,
            @Nullable @Within(Limit.PLACE_NAME) String name,
            @Nullable @Within(Limit.PLACE_ADDRESS) String address,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A sticker of a pack. */
    @JsonTypeName("sticker")
    record Stickered(
            @NotNull @Nullable String pack,
            @NotNull @Nullable String sticker,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A card with a link. */
    @JsonTypeName("article")
    record Article(
            @NotNull @Nullable @Within(Limit.ARTICLE_TITLE) String title,

            @NotNull @Nullable @Within(Limit.ARTICLE_SUMMARY)
            String summary,

            @NotNull @Nullable @Within(Limit.LINK) String link,
            @Nullable Cover cover,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** Several articles. */
    @JsonTypeName("articles")
    record Articles(
            @NotNull @Nullable @Within(Limit.ARTICLES) List<@Nullable Item> items,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A card with buttons. */
    @JsonTypeName("card")
    record Card(
            @Nullable @Within(Limit.CARD_TITLE) String title,
            @NotNull @Nullable @Within(Limit.CARD_TEXT) String text,
            @Nullable Cover cover,
            @Nullable @Within(Limit.CARD_ACTIONS) List<@Nullable NewMessageAction> actions,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** Cards beside each other. */
    @JsonTypeName("carousel")
    record Carousel(
            @NotNull @Nullable @Within(Limit.CARDS) List<@Nullable CarouselCard> cards,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A list to choose one row from. */
    @JsonTypeName("list")
    record Rows(
            @Nullable @Within(Limit.LIST_HEADER) String header,
            @NotNull @Nullable @Within(Limit.LIST_TEXT) String text,
            @NotNull @Nullable @Within(Limit.LIST_BUTTON) String button,
            @NotNull @Nullable @Within(Limit.LIST_SECTIONS) List<@Nullable Section> sections,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A question with two answers. */
    @JsonTypeName("confirm")
    record Confirm(
            @NotNull @Nullable @Within(Limit.CONFIRM_TEXT) String text,

            @NotNull @Nullable @Within(Limit.CONFIRM_ACTIONS)
            List<@Nullable NewMessageAction> actions,

            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** A free layout. */
    @JsonTypeName("layout")
    record Layout(
            @NotNull @Nullable @Within(Limit.ALTERNATIVE) String alternative,
            @NotNull @Nullable NewLayoutElement root,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** Questions to answer. */
    @JsonTypeName("form")
    record Form(
            @NotNull @Nullable @Within(Limit.FORM_TITLE) String title,
            @Nullable @Within(Limit.FORM_TEXT) String text,
            @NotNull @Nullable @Within(Limit.FORM_FIELDS) List<@Nullable Field> fields,
            @NotNull @Nullable @Within(Limit.SUBMIT) String submit,
            @Nullable @Within(Limit.QUICK_REPLIES) List<@Nullable QuickReply> quickReplies)
            implements NewMessageBody {}

    /** Several bodies as one push message or automatic answer. */
    @JsonTypeName("several")
    record Several(
            @NotNull @Nullable @Within(Limit.MESSAGES_AT_ONCE)
            List<@Nullable NewMessageBody> bodies) implements NewMessageBody {}

    /** A tapped button. The text is taken from the button where it is left out. */
    @JsonTypeName("postback")
    record Postback(
            @NotNull @Nullable Long message,
            @NotNull @Nullable @Within(Limit.ACTION_DATA) String data,
            @Nullable @Within(Limit.ACTION_TEXT) String text,
            @Nullable String chosen)
            implements NewMessageBody {}

    /** A chosen row. The text is taken from the row where it is left out. */
    @JsonTypeName("pick")
    record Pick(
            @NotNull @Nullable Long message,
            @NotNull @Nullable @Within(Limit.ROW_ID) String row,
            @Nullable @Within(Limit.ROW_TITLE) String text)
            implements NewMessageBody {}

    /** A filled-in form: an answer by the id of its field. */
    @JsonTypeName("answers")
    record Answers(
            @NotNull @Nullable Long message,
            @NotNull @Nullable Map<String, @Nullable Object> values) implements NewMessageBody {}

    /** The picture of a card. */
    record Cover(
            @NotNull @Nullable UUID media,
            @NotNull @Nullable @Within(Limit.DESCRIPTION) String description) {}

    /** Somebody named in a text: {@code @handle} stands there. @param start in UTF-16 code units */
    record Mention(
            @NotNull @Nullable Integer start,
            @NotNull @Nullable Integer length,
            @NotNull @Nullable String handle) {}

    /** A button below the newest message. */
    record QuickReply(
            @NotNull @Nullable NewMessageAction action,
            @Nullable UUID icon) {}

    /** One of several articles. */
    record Item(
            @NotNull @Nullable @Within(Limit.ARTICLE_TITLE) String title,

            @NotNull @Nullable @Within(Limit.ARTICLE_SUMMARY)
            String summary,

            @NotNull @Nullable @Within(Limit.LINK) String link,
            @Nullable Cover cover) {}

    /** One card of a carousel. */
    record CarouselCard(
            @Nullable @Within(Limit.CARD_TITLE) String title,
            @NotNull @Nullable @Within(Limit.CARD_TEXT) String text,
            @Nullable Cover cover,
            @Nullable @Within(Limit.CARD_ACTIONS) List<@Nullable NewMessageAction> actions) {}

    /** Part of a list. */
    record Section(
            @Nullable @Within(Limit.SECTION_TITLE) String title,
            @NotNull @Nullable @Within(Limit.LIST_ROWS) List<@Nullable Row> rows) {}

    /** A row of a list. */
    record Row(
            @NotNull @Nullable @Within(Limit.ROW_ID) String id,
            @NotNull @Nullable @Within(Limit.ROW_TITLE) String title,
            @Nullable @Within(Limit.ROW_DESCRIPTION) String description) {}

    /** A question of a form. */
    record Field(
            @NotNull @Nullable @Within(Limit.FIELD_ID) String id,
            @NotNull @Nullable @Within(Limit.FIELD_LABEL) String label,
            FormField.@NotNull @Nullable Kind kind,
            @Nullable Boolean required,
            @Nullable @Within(Limit.FIELD_CHOICES) List<@Nullable String> choices,
            @Nullable Integer max) {}

    /** Buttons below the message while it is the newest one; none where the kind has none. */
    default @Nullable List<@Nullable QuickReply> quickReplies() {
        return null;
    }

    /** The uploads it names. */
    default Stream<UUID> uploads() {
        var own = switch (this) {
            case Image image -> Stream.ofNullable(image.media);
            case Video video -> Stream.concat(Stream.ofNullable(video.media), cover(video.cover));
            case Audio audio -> Stream.ofNullable(audio.media);
            case Voice voice -> Stream.ofNullable(voice.media);
            case File file -> Stream.ofNullable(file.media);
            case Article article -> cover(article.cover);
            case Articles articles -> each(articles.items, item -> cover(item.cover));
            case Card card -> cover(card.cover);
            case Carousel carousel -> each(carousel.cards, card -> cover(card.cover));
            case Layout layout -> layout.root == null ? Stream.<UUID>of() : layout.root.uploads();
            case Several several -> each(several.bodies, NewMessageBody::uploads);
            case Text _, Location _, Stickered _, Rows _, Confirm _, Form _, Postback _, Pick _, Answers _ ->
                Stream.<UUID>of();
        };
        return Stream.concat(own, each(quickReplies(), reply -> Stream.ofNullable(reply.icon)));
    }

    private static Stream<UUID> cover(@Nullable Cover cover) {
        return cover == null ? Stream.of() : Stream.ofNullable(cover.media);
    }

    private static <T> Stream<UUID> each(@Nullable List<@Nullable T> things, Function<T, Stream<UUID>> uploads) {
        return things == null
                ? Stream.of()
                : things.stream()
                        .filter(Objects::nonNull)
                        .flatMap(thing -> uploads.apply(Objects.requireNonNull(thing)));
    }
}
