package dev.parley.gateway.article;

import static dev.parley.account.Role.EDITOR;
import static dev.parley.account.Role.OWNER;

import dev.parley.account.OfficialAccountId;
import dev.parley.article.ArticleId;
import dev.parley.article.ArticleOutcome;
import dev.parley.article.ArticleOutcome.Done;
import dev.parley.article.ArticleOutcome.Invalid;
import dev.parley.article.ArticleOutcome.Refused;
import dev.parley.article.Articles;
import dev.parley.article.WriteArticle;
import dev.parley.gateway.Paging;
import dev.parley.gateway.account.AccountAccess;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.session.SignedIn;
import dev.parley.kernel.MediaId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing article pages. */
@RestController
@RequestMapping("/api/v1/accounts/{account}/articles")
@Tag(name = "Article pages", description = "Pages that an account writes: draft, preview, published, taken back.")
class ArticleController {
    private final Articles articles;
    private final AccountAccess access;

    ArticleController(Articles articles, AccountAccess access) {
        this.articles = articles;
        this.access = access;
    }

    /** Pages, newest first. */
    @Schema(name = "ArticlePageOfList")
    record ArticlesView(List<ArticleView> items, @Nullable String nextCursor) {}

    /** What a page is to say. */
    @Schema(name = "NewArticle")
    record NewArticle(
            @Schema(maxLength = Articles.TITLE_LENGTH) @NotNull @Nullable
            String title,

            @Schema(maxLength = Articles.SUMMARY_LENGTH) @Nullable
            String summary,

            @Nullable NewArticleCover cover,

            @Schema(
                    maxLength = Articles.BODY_LENGTH,
                    description = "HTML; kept of it are p, br, hr, h2, h3, strong, b, em, i, u, s, code, pre,"
                            + " blockquote, ul, ol, li, a, img, figure and figcaption")
            @Nullable
            String body) {}

    /** The cover of a page: an upload with the purpose picture. */
    record NewArticleCover(
            @NotNull @Nullable MediaId media,

            @Schema(maxLength = Articles.DESCRIPTION_LENGTH) @NotNull @Nullable
            String description) {}

    @GetMapping
    @Operation(summary = "List article pages", description = "Those that are not deleted, newest first.")
    ArticlesView list(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        var id = access.member(me, account).account();
        var page = articles.page(id, cursor == null ? null : new ArticleId(cursor), Paging.limit(limit));
        return new ArticlesView(page.items().stream().map(ArticleView::of).toList(), page.nextCursor());
    }

    @GetMapping("/{article}")
    @Operation(summary = "Read an article page of the team")
    ArticleView get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @PathVariable UUID article) {
        var id = access.member(me, account).account();
        return articles.find(id, new ArticleId(article))
                .map(ArticleView::of)
                .orElseThrow(() -> Problem.NOT_FOUND.because("The account has no such article page."));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin an article page",
            description = "As a draft, which only the team and those with the preview link see.")
    ArticleView create(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @RequestBody NewArticle body) {
        return done(
                articles.create(command(access.as(me, account, OWNER, EDITOR).account(), me, body)));
    }

    @PutMapping("/{article}")
    @Operation(
            summary = "Save an article page",
            description =
                    "Changes the draft. Readers of a published page see the older text until it is published again.")
    ArticleView save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID account,
            @PathVariable UUID article,
            @RequestBody NewArticle body) {
        var id = access.as(me, account, OWNER, EDITOR).account();
        return done(articles.save(new ArticleId(article), command(id, me, body)));
    }

    @PostMapping("/{article}/publication")
    @Operation(summary = "Publish an article page", description = "Shows the present draft to everybody.")
    ArticleView publish(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @PathVariable UUID article) {
        var id = access.as(me, account, OWNER, EDITOR).account();
        return done(articles.publish(id, new ArticleId(article), me.user()));
    }

    @DeleteMapping("/{article}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take an article page back",
            description = "Its words are gone for everybody; its address says that it was taken back.")
    void delete(@AuthenticationPrincipal SignedIn me, @PathVariable UUID account, @PathVariable UUID article) {
        var id = access.as(me, account, OWNER, EDITOR).account();
        done(articles.delete(id, new ArticleId(article), me.user()));
    }

    private static WriteArticle command(OfficialAccountId account, SignedIn me, NewArticle body) {
        var cover = body.cover();
        return new WriteArticle(
                account,
                me.user(),
                body.title(),
                body.summary(),
                cover == null ? null : cover.media(),
                cover == null ? null : cover.description(),
                body.body());
    }

    private static ArticleView done(ArticleOutcome outcome) {
        return switch (outcome) {
            case Done(var article) -> ArticleView.of(article);
            case Invalid(var errors) -> throw Problem.of(errors);
            case Refused(var refusal) -> throw Problem.of(refusal);
        };
    }
}
