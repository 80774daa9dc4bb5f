package dev.parley.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.LayoutElement;
import dev.parley.conversation.LayoutElement.Align;
import dev.parley.conversation.LayoutElement.BubbleSize;
import dev.parley.conversation.LayoutElement.Direction;
import dev.parley.conversation.LayoutElement.Fit;
import dev.parley.conversation.LayoutElement.Justify;
import dev.parley.conversation.LayoutElement.Size;
import dev.parley.conversation.LayoutElement.Space;
import dev.parley.conversation.LayoutElement.Style;
import dev.parley.conversation.LayoutElement.Weight;
import dev.parley.conversation.MessageAction;
import dev.parley.gateway.PictureView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of a free layout, with the addresses of its pictures; what is left out is as the client takes it by default. */
@Schema(name = "LayoutElement", description = "A piece of a free layout; what is left out is as the client takes it.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(LayoutElementView.Text.class),
    @JsonSubTypes.Type(LayoutElementView.Image.class),
    @JsonSubTypes.Type(LayoutElementView.Button.class),
    @JsonSubTypes.Type(LayoutElementView.Separator.class),
    @JsonSubTypes.Type(LayoutElementView.Filler.class),
    @JsonSubTypes.Type(LayoutElementView.Icon.class),
    @JsonSubTypes.Type(LayoutElementView.Box.class),
    @JsonSubTypes.Type(LayoutElementView.Bubble.class),
    @JsonSubTypes.Type(LayoutElementView.Bubbles.class)
})
public sealed interface LayoutElementView {
    /** Words. */
    @JsonTypeName("text")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            String text,
            @Nullable Size size,
            @Nullable Weight weight,
            @Nullable String color,
            @Nullable Align align,
            @Nullable Boolean wrap,
            @Nullable Space margin,
            @Nullable Integer flex,
            @Nullable MessageAction action)
            implements LayoutElementView {}

    /** A picture. */
    @JsonTypeName("image")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Image(
            UUID media,
            String url,
            String thumbnailUrl,
            int widthPx,
            int heightPx,
            String placeholderColor,
            String description,
            @Nullable Size size,
            @Nullable String ratio,
            @Nullable Fit fit,
            @Nullable Align align,
            @Nullable Space margin,
            @Nullable Integer flex,
            @Nullable MessageAction action)
            implements LayoutElementView {}

    /** A button. */
    @JsonTypeName("button")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Button(
            MessageAction action,
            @Nullable Style style,
            @Nullable String color,
            @Nullable Space margin,
            @Nullable Integer flex)
            implements LayoutElementView {}

    /** A line. */
    @JsonTypeName("separator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Separator(@Nullable Space margin, @Nullable String color) implements LayoutElementView {}

    /** Nothing, which takes room. */
    @JsonTypeName("filler")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filler(@Nullable Integer flex) implements LayoutElementView {}

    /** A small picture within a line of text. */
    @JsonTypeName("icon")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Icon(
            UUID media,
            String url,
            String thumbnailUrl,
            int widthPx,
            int heightPx,
            String description,
            @Nullable Size size,
            @Nullable Space margin)
            implements LayoutElementView {}

    /** Several elements, one below or beside the other. */
    @JsonTypeName("box")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Box(
            Direction layout,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<LayoutElementView> contents,

            @Nullable Space spacing,
            @Nullable Space margin,
            @Nullable Space padding,
            @Nullable String background,
            LayoutElement.@Nullable Border border,
            @Nullable Space radius,
            @Nullable Integer flex,
            @Nullable Justify justify,
            @Nullable Align align,
            @Nullable MessageAction action)
            implements LayoutElementView {}

    /** A framed layout in up to four parts; at the root only. */
    @JsonTypeName("bubble")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bubble(
            @Nullable BubbleSize size,
            @Nullable LayoutElementView header,
            @Nullable LayoutElementView hero,
            @Nullable LayoutElementView body,
            @Nullable LayoutElementView footer)
            implements LayoutElementView {}

    /** Bubbles beside each other; at the root only. */
    @JsonTypeName("bubbles")
    record Bubbles(List<LayoutElementView> bubbles) implements LayoutElementView {}

    /** The view of a stored element. */
    static LayoutElementView of(LayoutElement element) {
        return switch (element) {
            case LayoutElement.Text text ->
                new Text(
                        text.text(),
                        text.size(),
                        text.weight(),
                        text.color(),
                        text.align(),
                        text.wrap(),
                        text.margin(),
                        text.flex(),
                        text.action());
            case LayoutElement.Image image -> {
                var picture = image.picture();
                yield new Image(
                        picture.media().value(),
                        PictureView.url(picture.media()),
                        PictureView.thumbnailUrl(picture.media()),
                        picture.widthPx(),
                        picture.heightPx(),
                        picture.placeholderColor(),
                        picture.description(),
                        image.size(),
                        image.ratio(),
                        image.fit(),
                        image.align(),
                        image.margin(),
                        image.flex(),
                        image.action());
            }
            case LayoutElement.Button button ->
                new Button(button.action(), button.style(), button.color(), button.margin(), button.flex());
            case LayoutElement.Separator(var margin, var color) -> new Separator(margin, color);
            case LayoutElement.Filler(var flex) -> new Filler(flex);
            case LayoutElement.Icon(var picture, var size, var margin) ->
                new Icon(
                        picture.media().value(),
                        PictureView.url(picture.media()),
                        PictureView.thumbnailUrl(picture.media()),
                        picture.widthPx(),
                        picture.heightPx(),
                        picture.description(),
                        size,
                        margin);
            case LayoutElement.Box box ->
                new Box(
                        box.layout(),
                        all(box.contents()),
                        box.spacing(),
                        box.margin(),
                        box.padding(),
                        box.background(),
                        box.border(),
                        box.radius(),
                        box.flex(),
                        box.justify(),
                        box.align(),
                        box.action());
            case LayoutElement.Bubble bubble ->
                new Bubble(
                        bubble.size(),
                        ofNullable(bubble.header()),
                        ofNullable(bubble.hero()),
                        ofNullable(bubble.body()),
                        ofNullable(bubble.footer()));
            case LayoutElement.Bubbles(var bubbles) -> new Bubbles(all(bubbles));
        };
    }

    private static List<LayoutElementView> all(List<LayoutElement> elements) {
        return elements.stream().map(LayoutElementView::of).toList();
    }

    private static @Nullable LayoutElementView ofNullable(@Nullable LayoutElement element) {
        return element == null ? null : of(element);
    }
}
