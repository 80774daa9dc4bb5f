package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a free layout, as it is stored. Names and sizes are those of LINE's Flex messages, so that one can be shown as the other.
 * Absent is what the client takes by default. Bubbles stand at the root only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(LayoutElement.Text.class),
    @JsonSubTypes.Type(LayoutElement.Image.class),
    @JsonSubTypes.Type(LayoutElement.Button.class),
    @JsonSubTypes.Type(LayoutElement.Separator.class),
    @JsonSubTypes.Type(LayoutElement.Filler.class),
    @JsonSubTypes.Type(LayoutElement.Icon.class),
    @JsonSubTypes.Type(LayoutElement.Box.class),
    @JsonSubTypes.Type(LayoutElement.Bubble.class),
    @JsonSubTypes.Type(LayoutElement.Bubbles.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LayoutElement {
    /** Words. @param color {@code #rrggbb} @param wrap whether it goes on in a next line */
    @JsonTypeName("text")
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
            implements LayoutElement {}

    /** A picture. @param ratio width to height, {@code 20:13} */
    @JsonTypeName("image")
    record Image(
            MessageBody.Picture picture,
            @Nullable Size size,
            @Nullable String ratio,
            @Nullable Fit fit,
            @Nullable Align align,
            @Nullable Space margin,
            @Nullable Integer flex,
            @Nullable MessageAction action)
            implements LayoutElement {}

    /** A button. */
    @JsonTypeName("button")
    record Button(
            MessageAction action,
            @Nullable Style style,
            @Nullable String color,
            @Nullable Space margin,
            @Nullable Integer flex)
            implements LayoutElement {}

    /** A line. */
    @JsonTypeName("separator")
    record Separator(@Nullable Space margin, @Nullable String color) implements LayoutElement {}

    /** Nothing, which takes room. */
    @JsonTypeName("filler")
    record Filler(@Nullable Integer flex) implements LayoutElement {}

    /** A small picture within a line of text. */
    @JsonTypeName("icon")
    record Icon(
            MessageBody.Picture picture,
            @Nullable Size size,
            @Nullable Space margin) implements LayoutElement {}

    /** Several elements, one below or beside the other. */
    @JsonTypeName("box")
    record Box(
            Direction layout,
            List<LayoutElement> contents,
            @Nullable Space spacing,
            @Nullable Space margin,
            @Nullable Space padding,
            @Nullable String background,
            @Nullable Border border,
            @Nullable Space radius,
            @Nullable Integer flex,
            @Nullable Justify justify,
            @Nullable Align align,
            @Nullable MessageAction action)
            implements LayoutElement {
        public Box {
            contents = List.copyOf(contents);
        }
    }

    /** A framed layout in up to four parts, one below the other. @param hero a box or a picture, without space around it */
    @JsonTypeName("bubble")
    record Bubble(
            @Nullable BubbleSize size,
            @Nullable LayoutElement header,
            @Nullable LayoutElement hero,
            @Nullable LayoutElement body,
            @Nullable LayoutElement footer)
            implements LayoutElement {}

    /** Bubbles beside each other. */
    @JsonTypeName("bubbles")
    record Bubbles(List<LayoutElement> bubbles) implements LayoutElement {
        public Bubbles {
            bubbles = List.copyOf(bubbles);
        }
    }

    /** The line around a box. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Border(@Nullable LineWidth width, @Nullable String color) {}

    /** What stands in it. */
    default List<LayoutElement> parts() {
        return switch (this) {
            case Box box -> box.contents;
            case Bubbles bubbles -> bubbles.bubbles;
            case Bubble(var _, var header, var hero, var body, var footer) ->
                Stream.of(header, hero, body, footer)
                        .<LayoutElement>mapMulti((part, parts) -> {
                            if (part != null) {
                                parts.accept(part);
                            }
                        })
                        .toList();
            case Text _, Image _, Button _, Separator _, Filler _, Icon _ -> List.of();
        };
    }

    /** All that can be tapped, in it and in what stands in it. */
    default Stream<MessageAction> buttons() {
        var own = switch (this) {
            case Text text -> text.action;
            case Image image -> image.action;
            case Button button -> button.action;
            case Box box -> box.action;
            case Separator _, Filler _, Icon _, Bubble _, Bubbles _ -> null;
        };
        var inside = parts().stream().flatMap(LayoutElement::buttons);
        return own == null ? inside : Stream.concat(Stream.of(own), inside);
    }

    /** How the contents of a box follow each other. */
    enum Direction {
        VERTICAL,
        HORIZONTAL,
        BASELINE;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** Size of words, pictures and icons. */
    enum Size {
        XXS,
        XS,
        SM,
        MD,
        LG,
        XL,
        XXL,
        _3XL,
        _4XL,
        _5XL,
        FULL;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** Space between, around or within elements, and of rounded corners. */
    enum Space {
        NONE,
        XS,
        SM,
        MD,
        LG,
        XL,
        XXL;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** How heavy words are. */
    enum Weight {
        REGULAR,
        BOLD;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** Where something stands across the direction of its box, or words within their line. */
    enum Align {
        START,
        CENTER,
        END;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** How room that is left over is shared out along the direction of a box. */
    enum Justify {
        START,
        CENTER,
        END,
        SPACE_BETWEEN,
        SPACE_AROUND,
        SPACE_EVENLY;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** Whether a picture fills its place and is cut, or is shown whole. */
    enum Fit {
        COVER,
        FIT;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** How much a button stands out. */
    enum Style {
        PRIMARY,
        SECONDARY,
        LINK;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** How thick a line is. */
    enum LineWidth {
        NONE,
        LIGHT,
        NORMAL,
        SEMI_BOLD,
        BOLD;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    /** How wide a bubble is. */
    enum BubbleSize {
        NANO,
        MICRO,
        DECA,
        HECTO,
        KILO,
        MEGA,
        GIGA;

        /** As on the wire. */
        @JsonValue
        public String code() {
            return LayoutElement.code(this);
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name()
                .toLowerCase(Locale.ROOT)
                .replace("_", constant.name().startsWith("_") ? "" : "-");
    }
}
