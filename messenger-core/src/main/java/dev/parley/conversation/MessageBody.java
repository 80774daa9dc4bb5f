package dev.parley.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.kernel.MediaId;
import org.jspecify.annotations.Nullable;

/** What a message says, as it is stored. A closed set: a new kind is a protocol change (docs/protocol/socket.md). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(MessageBody.Text.class),
    @JsonSubTypes.Type(MessageBody.Image.class),
    @JsonSubTypes.Type(MessageBody.Article.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface MessageBody {
    /** @param text 1 to 4,000 characters */
    @JsonTypeName("text")
    record Text(String text) implements MessageBody {}

    /** A picture. @param caption 1 to 1,000 characters */
    @JsonTypeName("image")
    record Image(Picture picture, @Nullable String caption) implements MessageBody {}

    /**
     * A card with a link.
     *
     * @param title 1 to 120 characters
     * @param summary 0 to 500 characters
     * @param link absolute http or https address, at most 2,000 characters
     */
    @JsonTypeName("article")
    record Article(
            String title,
            String summary,
            String link,
            @Nullable Picture cover) implements MessageBody {}

    /**
     * An uploaded picture, with what a screen needs before it has loaded it.
     *
     * @param placeholderColor {@code #rrggbb}
     * @param description for those who do not see it, 0 to 500 characters
     */
    record Picture(MediaId media, int widthPx, int heightPx, String placeholderColor, String description) {}

    /** One line for lists; empty for a picture without words. */
    default String preview() {
        return switch (this) {
            case Text(var text) -> text;
            case Image(var picture, var caption) -> caption != null ? caption : picture.description();
            case Article article -> article.title();
        };
    }
}
