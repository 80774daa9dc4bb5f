package dev.parley.gateway.conversation;

import dev.parley.conversation.MessageBody;
import dev.parley.gateway.PictureView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** A picture within a message. */
@Schema(name = "MessageBodyCover")
public record PictureInBody(
        UUID media,
        String url,
        String thumbnailUrl,
        int widthPx,
        int heightPx,
        String placeholderColor,
        String description) {
    static PictureInBody of(MessageBody.Picture picture) {
        return new PictureInBody(
                picture.media().value(),
                PictureView.url(picture.media()),
                PictureView.thumbnailUrl(picture.media()),
                picture.widthPx(),
                picture.heightPx(),
                picture.placeholderColor(),
                picture.description());
    }
}
