package dev.parley.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.parley.conversation.MessageBody;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message says, with the addresses of its pictures. */
@Schema(name = "MessageBody", description = "What a message says, with the addresses of its pictures.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(BodyView.Text.class),
    @JsonSubTypes.Type(BodyView.Image.class),
    @JsonSubTypes.Type(BodyView.Article.class)
})
public sealed interface BodyView {
    /** Words. */
    @JsonTypeName("text")
    record Text(String text) implements BodyView {}

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
            @Nullable String caption)
            implements BodyView {}

    /** A card with a link. */
    @JsonTypeName("article")
    record Article(
            String title,
            String summary,
            String link,
            @Nullable CoverView cover) implements BodyView {}

    /** The picture of a card. */
    record CoverView(
            UUID media,
            String url,
            String thumbnailUrl,
            int widthPx,
            int heightPx,
            String placeholderColor,
            String description) {
        static CoverView of(MessageBody.Picture picture) {
            return new CoverView(
                    picture.media().value(),
                    addressOf(picture),
                    thumbnailOf(picture),
                    picture.widthPx(),
                    picture.heightPx(),
                    picture.placeholderColor(),
                    picture.description());
        }
    }

    /** The view of a stored body. */
    static BodyView of(MessageBody body) {
        return switch (body) {
            case MessageBody.Text(var text) -> new Text(text);
            case MessageBody.Image(var picture, var caption) ->
                new Image(
                        picture.media().value(),
                        addressOf(picture),
                        thumbnailOf(picture),
                        picture.widthPx(),
                        picture.heightPx(),
                        picture.placeholderColor(),
                        picture.description(),
                        caption);
            case MessageBody.Article(var title, var summary, var link, var cover) ->
                new Article(title, summary, link, cover == null ? null : CoverView.of(cover));
        };
    }

    private static String addressOf(MessageBody.Picture picture) {
        return "/api/v1/media/" + picture.media();
    }

    private static String thumbnailOf(MessageBody.Picture picture) {
        return addressOf(picture) + "/thumbnail";
    }
}
