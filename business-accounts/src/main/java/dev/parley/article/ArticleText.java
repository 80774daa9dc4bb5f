package dev.parley.article;

import dev.parley.kernel.MediaId;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a page.
 *
 * @param cover a picture that everybody may see
 * @param coverDescription for those who do not see it; empty without a cover
 * @param body HTML of a few harmless elements; whatever else was in it is gone
 */
public record ArticleText(
        String title, String summary, @Nullable MediaId cover, String coverDescription, String body) {}
