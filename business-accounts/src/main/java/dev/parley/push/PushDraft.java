package dev.parley.push;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account wants to say, as it was asked for: nothing is checked yet, and a picture is only named. Becomes a
 * message body when it is released. What is absent here is refused there, with the name of the field.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(PushDraft.Text.class),
    @JsonSubTypes.Type(PushDraft.Image.class),
    @JsonSubTypes.Type(PushDraft.Article.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface PushDraft {
    /** @param text 1 to 4,000 characters */
    @JsonTypeName("text")
    record Text(@NotNull @Nullable String text) implements PushDraft {}

    /**
     * An uploaded picture.
     *
     * @param description required, 1 to 500 characters
     * @param caption at most 1,000 characters
     */
    @JsonTypeName("image")
    record Image(
            @NotNull @Nullable UUID media,
            @NotNull @Nullable String description,
            @Nullable String caption) implements PushDraft {}

    /**
     * A card with a link.
     *
     * @param title 1 to 120 characters
     * @param summary at most 400 characters
     * @param link absolute http or https address, at most 2,000 characters
     */
    @JsonTypeName("article")
    record Article(
            @NotNull @Nullable String title,
            @NotNull @Nullable String summary,
            @NotNull @Nullable String link,
            @Nullable Cover cover)
            implements PushDraft {}

    /** The picture on a card. @param description required, 1 to 500 characters */
    record Cover(
            @NotNull @Nullable UUID media,
            @NotNull @Nullable String description) {}
}
