package dev.parley.gateway.article;

import dev.parley.article.ArticleId;
import dev.parley.article.Articles;
import dev.parley.article.ReadArticle.Found;
import dev.parley.article.ReadArticle.Nothing;
import dev.parley.article.ReadArticle.TakenBack;
import dev.parley.gateway.Parties;
import dev.parley.gateway.PartyView;
import dev.parley.gateway.article.ArticleView.ArticleCoverView;
import dev.parley.gateway.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading article pages. */
@RestController
@RequestMapping("/api/v1/articles")
@Tag(name = "Article pages")
class ArticlePageController {
    private final Articles articles;
    private final Parties parties;

    ArticlePageController(Articles articles, Parties parties) {
        this.articles = articles;
        this.parties = parties;
    }

    /** An article page as everybody reads it. */
    @Schema(name = "ArticlePage", description = "An article page as everybody reads it.")
    record ArticlePageView(
            UUID id,
            PartyView account,
            String title,
            String summary,
            @Nullable ArticleCoverView cover,

            @Schema(description = "HTML of harmless elements only")
            String body,

            @Nullable Instant publishedAt,

            @Schema(description = "whether this is the draft, which only those with the preview link see")
            boolean preview) {}

    @GetMapping("/{id}")
    @Operation(
            summary = "Read an article page",
            description =
                    "Open to everybody once it is published. With the token of the preview link, the draft. A page"
                            + " that was taken back is gone.")
    ResponseEntity<ArticlePageView> read(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String preview) {
        return switch (articles.read(new ArticleId(id), preview)) {
            case Found(var article, var text, var isPreview) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(new ArticlePageView(
                                article.id().value(),
                                parties.view(article.account().party()),
                                text.title(),
                                text.summary(),
                                ArticleCoverView.of(text),
                                text.body(),
                                article.publishedAt(),
                                isPreview));
            case TakenBack() -> throw Problem.GONE.because("The account has taken this page back.");
            case Nothing() -> throw Problem.NOT_FOUND.because("There is no such page.");
        };
    }
}
