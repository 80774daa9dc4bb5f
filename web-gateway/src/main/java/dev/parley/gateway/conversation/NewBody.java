package dev.parley.gateway.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants to say, as it comes from outside; {@link MessageBodies} checks it. Pictures are named by id only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(NewBody.Text.class),
    @JsonSubTypes.Type(NewBody.Image.class),
    @JsonSubTypes.Type(NewBody.Article.class)
})
public sealed interface NewBody {
    /** Words. */
    @JsonTypeName("text")
    record Text(@Nullable String text) implements NewBody {}

    /** An uploaded picture. */
    @JsonTypeName("image")
    record Image(
            @Nullable UUID media,
            @Nullable String description,
            @Nullable String caption) implements NewBody {}

    /** A card with a link. */
    @JsonTypeName("article")
    record Article(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String link,
            @Nullable Cover cover) implements NewBody {}

    /** The picture of a card. */
    record Cover(@Nullable UUID media, @Nullable String description) {}
}
