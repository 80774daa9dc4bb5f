package dev.parley.gateway.article;

import dev.parley.article.Article;
import dev.parley.article.ArticleText;
import dev.parley.gateway.PictureView;
import dev.parley.kernel.MediaId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article page as its team sees it.
 *
 * @param link where readers find it
 * @param previewLink where those who know it read the draft
 */
@Schema(name = "Article", description = "An article page as its team sees it: the draft, and whether readers see it.")
record ArticleView(
        UUID id,

        @Schema(allowableValues = {"draft", "published", "deleted"})
        String state,

        String title,
        String summary,
        @Nullable ArticleCoverView cover,

        @Schema(description = "the harmless part of what was saved, as HTML")
        String body,

        @Schema(description = "whether readers see an older text")
        boolean changedSincePublished,

        @Schema(example = "/p/019b9c5e-4a10-7c3e-9d51-00000000a271")
        String link,

        @Schema(example = "/p/019b9c5e-4a10-7c3e-9d51-00000000a271?preview=Rk9vQmFy")
        String previewLink,

        Instant createdAt,
        Instant changedAt,
        @Nullable Instant publishedAt) {
    static ArticleView of(Article article) {
        var draft = article.draft();
        var link = "/p/" + article.id();
        return new ArticleView(
                article.id().value(),
                article.state().code(),
                draft.title(),
                draft.summary(),
                ArticleCoverView.of(draft),
                draft.body(),
                article.changedSincePublished(),
                link,
                link + "?preview=" + article.previewToken(),
                article.createdAt(),
                article.changedAt(),
                article.publishedAt());
    }

    /** The cover of a page. */
    @Schema(name = "ArticleCover")
    record ArticleCoverView(MediaId media, String url, String thumbnailUrl, String description) {
        static @Nullable ArticleCoverView of(ArticleText text) {
            var cover = text.cover();
            return cover == null
                    ? null
                    : new ArticleCoverView(
                            cover, PictureView.url(cover), PictureView.thumbnailUrl(cover), text.coverDescription());
        }
    }
}
