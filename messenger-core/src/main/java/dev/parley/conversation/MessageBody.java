package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.kernel.MediaId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as it is stored. A closed set: a new kind is a protocol change (docs/protocol/socket.md). Room {@code draft} knows
 * the rules of each kind; docs/protocol/limits.md lists the limits. The names {@code order}, {@code payment-request}, {@code receipt} and
 * {@code ticket} are kept for what is bought and sold.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(MessageBody.Text.class),
    @JsonSubTypes.Type(MessageBody.Image.class),
    @JsonSubTypes.Type(MessageBody.Video.class),
    @JsonSubTypes.Type(MessageBody.Audio.class),
    @JsonSubTypes.Type(MessageBody.Voice.class),
    @JsonSubTypes.Type(MessageBody.File.class),
    @JsonSubTypes.Type(MessageBody.Location.class),
    @JsonSubTypes.Type(MessageBody.Stickered.class),
    @JsonSubTypes.Type(MessageBody.Article.class),
    @JsonSubTypes.Type(MessageBody.Articles.class),
    @JsonSubTypes.Type(MessageBody.Card.class),
    @JsonSubTypes.Type(MessageBody.Carousel.class),
    @JsonSubTypes.Type(MessageBody.Rows.class),
    @JsonSubTypes.Type(MessageBody.Confirm.class),
    @JsonSubTypes.Type(MessageBody.Layout.class),
    @JsonSubTypes.Type(MessageBody.Form.class),
    @JsonSubTypes.Type(MessageBody.Several.class),
    @JsonSubTypes.Type(MessageBody.Postback.class),
    @JsonSubTypes.Type(MessageBody.Pick.class),
    @JsonSubTypes.Type(MessageBody.Answers.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface MessageBody {
    /** Words. @param mentions in the order in which they stand in the text, not overlapping */
    @JsonTypeName("text")
    record Text(
            String text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mention> mentions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        @JsonCreator
        public Text {
            mentions = all(mentions);
            quickReplies = all(quickReplies);
        }

        /** Words and nothing else. */
        public Text(String text) {
            this(text, List.of(), List.of());
        }

        /** Whether it is words and nothing else. */
        public boolean plain() {
            return mentions.isEmpty() && quickReplies.isEmpty();
        }
    }

    /** A picture. */
    @JsonTypeName("image")
    record Image(
            Picture picture,
            @Nullable String caption,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        @JsonCreator
        public Image {
            quickReplies = all(quickReplies);
        }

        /** A picture without quick replies. */
        public Image(Picture picture, @Nullable String caption) {
            this(picture, caption, List.of());
        }
    }

    /** A film. @param cover shown before it plays */
    @JsonTypeName("video")
    record Video(
            Upload file,
            @Nullable Long durationMs,
            @Nullable Integer widthPx,
            @Nullable Integer heightPx,
            String description,
            @Nullable String caption,
            @Nullable Picture cover,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Video {
            quickReplies = all(quickReplies);
        }
    }

    /** Something to listen to. */
    @JsonTypeName("audio")
    record Audio(
            Upload file,
            String title,
            @Nullable Long durationMs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Audio {
            quickReplies = all(quickReplies);
        }
    }

    /** Something spoken. @param wave how loud it is over its length, each 0 to 31 */
    @JsonTypeName("voice")
    record Voice(
            Upload file,
            long durationMs,
            List<Integer> wave,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Voice {
            wave = all(wave);
            quickReplies = all(quickReplies);
        }
    }

    /** A file to keep. */
    @JsonTypeName("file")
    record File(
            Upload file,
            String name,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies) implements MessageBody {
        public File {
            quickReplies = all(quickReplies);
        }
    }

    /** A place, in degrees. */
    @JsonTypeName("location")
    record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Location {
            quickReplies = all(quickReplies);
        }
    }

    /** A drawn feeling. */
    @JsonTypeName("sticker")
    record Stickered(
            String pack,
            Sticker sticker,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies) implements MessageBody {
        public Stickered {
            quickReplies = all(quickReplies);
        }
    }

    /** A card with a link: an address on the web, or an article page of this server. */
    @JsonTypeName("article")
    record Article(
            String title,
            String summary,
            String link,
            @Nullable Picture cover,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        @JsonCreator
        public Article {
            quickReplies = all(quickReplies);
        }

        /** A card without quick replies. */
        public Article(String title, String summary, String link, @Nullable Picture cover) {
            this(title, summary, link, cover, List.of());
        }
    }

    /** Several articles, the first one largest. */
    @JsonTypeName("articles")
    record Articles(
            List<ArticleItem> items,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies) implements MessageBody {
        public Articles {
            items = List.copyOf(items);
            quickReplies = all(quickReplies);
        }
    }

    /** A card with buttons. */
    @JsonTypeName("card")
    record Card(
            @Nullable String title,
            String text,
            @Nullable Picture cover,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageAction> actions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Card {
            actions = all(actions);
            quickReplies = all(quickReplies);
        }
    }

    /** Cards beside each other. */
    @JsonTypeName("carousel")
    record Carousel(
            List<CarouselCard> cards,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies) implements MessageBody {
        public Carousel {
            cards = List.copyOf(cards);
            quickReplies = all(quickReplies);
        }
    }

    /** A list to choose one row from. @param button opens it */
    @JsonTypeName("list")
    record Rows(
            @Nullable String header,
            String text,
            String button,
            List<Section> sections,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Rows {
            sections = List.copyOf(sections);
            quickReplies = all(quickReplies);
        }

        /** All rows of all sections. */
        public Stream<Row> rows() {
            return sections.stream().flatMap(section -> section.rows().stream());
        }
    }

    /** A question with two answers. */
    @JsonTypeName("confirm")
    record Confirm(
            String text,
            List<MessageAction> actions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Confirm {
            actions = List.copyOf(actions);
            quickReplies = all(quickReplies);
        }
    }

    /** A free layout. @param alternative what is said where it cannot be shown */
    @JsonTypeName("layout")
    record Layout(
            String alternative,
            LayoutElement root,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Layout {
            quickReplies = all(quickReplies);
        }
    }

    /** Questions to answer. @param submit what stands on the button that sends the answers */
    @JsonTypeName("form")
    record Form(
            String title,
            @Nullable String text,
            List<FormField> fields,
            String submit,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<QuickReply> quickReplies)
            implements MessageBody {
        public Form {
            fields = List.copyOf(fields);
            quickReplies = all(quickReplies);
        }
    }

    /** Several bodies that are one push message or one automatic answer. None of them is several again. */
    @JsonTypeName("several")
    record Several(List<MessageBody> bodies) implements MessageBody {
        public Several {
            bodies = List.copyOf(bodies);
        }

        /** Those of the last one: only the newest message offers any. */
        @Override
        public List<QuickReply> quickReplies() {
            return bodies.isEmpty() ? List.of() : bodies.getLast().quickReplies();
        }
    }

    /**
     * A person tapped a button.
     *
     * @param message sequence of the message that has it
     * @param chosen the date or time, in the form of the button's mode
     */
    @JsonTypeName("postback")
    record Postback(
            long message,
            String data,
            String text,
            @Nullable String chosen) implements MessageBody {}

    /** A person chose a row of a list. @param message sequence of the list */
    @JsonTypeName("pick")
    record Pick(long message, String row, String text) implements MessageBody {}

    /** A person filled in a form. @param message sequence of the form @param answers in the order of its fields */
    @JsonTypeName("answers")
    record Answers(long message, List<Answer> answers) implements MessageBody {
        public Answers {
            answers = List.copyOf(answers);
        }
    }

    /**
     * An uploaded picture, with what a screen needs before it has loaded it.
     *
     * @param placeholderColor {@code #rrggbb}
     * @param description for those who do not see it, 0 to 500 characters
     */
    record Picture(MediaId media, int widthPx, int heightPx, String placeholderColor, String description) {}

    /** An uploaded file. */
    record Upload(MediaId media, String contentType, long sizeBytes) {}

    /** Somebody named in a text. @param start where it stands, in UTF-16 code units @param kind of the party */
    record Mention(int start, int length, String handle, UUID id, String kind) {}

    /** One of several articles. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ArticleItem(
            String title,
            String summary,
            String link,
            @Nullable Picture cover) {}

    /** One card of a carousel. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CarouselCard(
            @Nullable String title,
            String text,
            @Nullable Picture cover,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MessageAction> actions) {
        public CarouselCard {
            actions = all(actions);
        }
    }

    /** Part of a list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Section(@Nullable String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A row of a list. @param id names it within the list */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String id, String title, @Nullable String description) {}

    /** The answer to one field of a form. @param values one, or as many as were chosen; {@code true} or {@code false} for yes-no */
    record Answer(String field, String label, FormField.Kind kind, List<String> values) {
        public Answer {
            values = List.copyOf(values);
        }
    }

    /** Buttons below the message while it is the newest one. */
    default List<QuickReply> quickReplies() {
        return List.of();
    }

    /** All that can be tapped, but for the rows of a list. */
    default Stream<MessageAction> buttons() {
        var inside = switch (this) {
            case Card card -> card.actions.stream();
            case Carousel carousel -> carousel.cards.stream().flatMap(card -> card.actions().stream());
            case Confirm confirm -> confirm.actions.stream();
            case Layout layout -> layout.root.buttons();
            case Several several ->
                several.bodies.stream()
                        .limit(Math.max(0, several.bodies.size() - 1L))
                        .flatMap(MessageBody::buttons);
            case Text _,
                    Image _,
                    Video _,
                    Audio _,
                    Voice _,
                    File _,
                    Location _,
                    Stickered _,
                    Article _,
                    Articles _,
                    Rows _,
                    Form _,
                    Postback _,
                    Pick _,
                    Answers _ -> Stream.<MessageAction>of();
        };
        var last = this instanceof Several several && !several.bodies.isEmpty()
                ? several.bodies.getLast().buttons()
                : quickReplies().stream().map(QuickReply::action);
        return Stream.concat(inside, last);
    }

    /** It and, when it is several, those it consists of. */
    default List<MessageBody> each() {
        return this instanceof Several several ? several.bodies : List.of(this);
    }

    /** One line for lists; empty for a picture without words. */
    default String preview() {
        return this instanceof Image(var picture, var caption, var _) && caption == null
                ? picture.description()
                : alternative();
    }

    /** What is said where the message cannot be shown; never empty. Words of the message itself, if it has any. */
    default String alternative() {
        return switch (this) {
            case Text text -> text.text;
            case Image(var picture, var caption, var _) -> said(caption, picture.description(), "Picture");
            case Video video -> said(video.caption, video.description, "Video");
            case Audio audio -> said(audio.title, null, "Audio");
            case Voice _ -> "Voice message";
            case File file -> file.name;
            case Location place -> said(place.name, place.address, place.latitude + ", " + place.longitude);
            case Stickered stickered -> stickered.sticker.description();
            case Article article -> article.title;
            case Articles articles -> joined(articles.items.stream().map(ArticleItem::title));
            case Card card -> said(card.title, card.text, "Card");
            case Carousel carousel -> joined(carousel.cards.stream().map(card -> said(card.title, card.text, "Card")));
            case Rows rows -> said(rows.header, rows.text, "List");
            case Confirm confirm -> confirm.text;
            case Layout layout -> layout.alternative;
            case Form form -> form.title;
            case Several several -> joined(several.bodies.stream().map(MessageBody::alternative));
            case Postback postback -> postback.text;
            case Pick pick -> pick.text;
            case Answers answers ->
                answers.answers.isEmpty()
                        ? "Answers"
                        : joined(answers.answers.stream()
                                .map(answer -> answer.label + ": " + String.join(", ", answer.values)));
        };
    }

    private static String said(@Nullable String first, @Nullable String second, String otherwise) {
        if (first != null && !first.isBlank()) {
            return first;
        }
        return second != null && !second.isBlank() ? second : otherwise;
    }

    private static String joined(Stream<String> parts) {
        var whole = parts.collect(Collectors.joining(" · "));
        var most = 400;
        return whole.codePointCount(0, whole.length()) <= most
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** A list that nobody changes; empty when it was left out. */
    static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
