package dev.parley.draft;

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
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a free layout, as it was asked for; nothing is checked yet. Becomes a {@link LayoutElement}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(NewLayoutElement.Text.class),
    @JsonSubTypes.Type(NewLayoutElement.Image.class),
    @JsonSubTypes.Type(NewLayoutElement.Button.class),
    @JsonSubTypes.Type(NewLayoutElement.Separator.class),
    @JsonSubTypes.Type(NewLayoutElement.Filler.class),
    @JsonSubTypes.Type(NewLayoutElement.Icon.class),
    @JsonSubTypes.Type(NewLayoutElement.Box.class),
    @JsonSubTypes.Type(NewLayoutElement.Bubble.class),
    @JsonSubTypes.Type(NewLayoutElement.Bubbles.class)
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface NewLayoutElement {
    /** Words. */
    @JsonTypeName("text")
    record Text(
            @NotNull @Nullable @Within(Limit.LAYOUT_TEXT) String text,
            @Nullable Size size,
            @Nullable Weight weight,
            @Nullable String color,
            @Nullable Align align,
            @Nullable Boolean wrap,
            @Nullable Space margin,
            @Nullable Integer flex,
            @Nullable NewMessageAction action)
            implements NewLayoutElement {}

    /** A picture. */
    @JsonTypeName("image")
    record Image(
            @NotNull @Nullable UUID media,
            @Nullable @Within(Limit.DESCRIPTION) String description,
            @Nullable Size size,
            @Nullable String ratio,
            @Nullable Fit fit,
            @Nullable Align align,
            @Nullable Space margin,
            @Nullable Integer flex,
            @Nullable NewMessageAction action)
            implements NewLayoutElement {}

    /** A button. */
    @JsonTypeName("button")
    record Button(
            @NotNull @Nullable NewMessageAction action,
            @Nullable Style style,
            @Nullable String color,
            @Nullable Space margin,
            @Nullable Integer flex)
            implements NewLayoutElement {}

    /** A line. */
    @JsonTypeName("separator")
    record Separator(@Nullable Space margin, @Nullable String color) implements NewLayoutElement {}

    /** Nothing, which takes room. */
    @JsonTypeName("filler")
    record Filler(@Nullable Integer flex) implements NewLayoutElement {}

    /** A small picture within a line of text. */
    @JsonTypeName("icon")
    record Icon(
            @NotNull @Nullable UUID media,
            @Nullable @Within(Limit.DESCRIPTION) String description,
            @Nullable Size size,
            @Nullable Space margin)
            implements NewLayoutElement {}

    /** Several elements. */
    @JsonTypeName("box")
    record Box(
            @NotNull @Nullable Direction layout,

            @NotNull @Nullable @Within(Limit.LAYOUT_CONTENTS)
            List<@Nullable NewLayoutElement> contents,

            @Nullable Space spacing,
            @Nullable Space margin,
            @Nullable Space padding,
            @Nullable String background,
            LayoutElement.@Nullable Border border,
            @Nullable Space radius,
            @Nullable Integer flex,
            @Nullable Justify justify,
            @Nullable Align align,
            @Nullable NewMessageAction action)
            implements NewLayoutElement {}

    /** A framed layout in parts; only at the root, or in bubbles there. */
    @JsonTypeName("bubble")
    record Bubble(
            @Nullable BubbleSize size,
            @Nullable NewLayoutElement header,
            @Nullable NewLayoutElement hero,
            @Nullable NewLayoutElement body,
            @Nullable NewLayoutElement footer)
            implements NewLayoutElement {}

    /** Bubbles beside each other; only at the root. */
    @JsonTypeName("bubbles")
    record Bubbles(
            @NotNull @Nullable @Within(Limit.LAYOUT_BUBBLES) List<@Nullable NewLayoutElement> bubbles)
            implements NewLayoutElement {}

    /** The uploads it names, and those in it. */
    default Stream<UUID> uploads() {
        return switch (this) {
            case Image image -> Stream.ofNullable(image.media);
            case Icon icon -> Stream.ofNullable(icon.media);
            case Box box -> all(box.contents);
            case Bubbles bubbles -> all(bubbles.bubbles);
            case Bubble bubble -> all(Arrays.asList(bubble.header, bubble.hero, bubble.body, bubble.footer));
            case Text _, Button _, Separator _, Filler _ -> Stream.of();
        };
    }

    private static Stream<UUID> all(@Nullable List<@Nullable NewLayoutElement> parts) {
        return parts == null
                ? Stream.of()
                : parts.stream().filter(Objects::nonNull).flatMap(NewLayoutElement::uploads);
    }
}
