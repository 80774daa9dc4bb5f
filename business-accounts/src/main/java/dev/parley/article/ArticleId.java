package dev.parley.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.Ids;
import java.util.UUID;

/** One article page; a bare UUID in JSON. */
public record ArticleId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArticleId {}

    /** A new id (UUIDv7). */
    public static ArticleId next() {
        return new ArticleId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
