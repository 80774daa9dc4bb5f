package dev.parley.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say, as it comes from outside; {@link MessageBodies} checks it. Pictures are named by id only. */
@Schema(name = "NewMessageBody", description = "What somebody wants to say; pictures are named by id only.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(NewBody.Text.class),
    @JsonSubTypes.Type(NewBody.Image.class),
    @JsonSubTypes.Type(NewBody.Article.class)
})
public sealed interface NewBody {
    /** Words. */
    @JsonTypeName("text")
    record Text(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text) implements NewBody {}

    /** An uploaded picture. */
    @JsonTypeName("image")
    record Image(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID media,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String description,

            @Nullable String caption)
            implements NewBody {}

    /** A card with a link. */
    @JsonTypeName("article")
    record Article(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String summary,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String link,

            @Nullable Cover cover)
            implements NewBody {}

    /** The picture of a card. */
    record Cover(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            UUID media,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String description) {}
}
