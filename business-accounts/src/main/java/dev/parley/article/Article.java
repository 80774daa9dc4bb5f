package dev.parley.article;

import dev.parley.account.OfficialAccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article page as its team sees it.
 *
 * @param draft what the team works on
 * @param published what readers see; absent before the first time, and after deletion
 * @param previewToken whoever knows it may read the draft
 */
public record Article(
        ArticleId id,
        OfficialAccountId account,
        ArticleText draft,
        @Nullable ArticleText published,
        @Nullable Instant publishedAt,
        @Nullable Instant deletedAt,
        String previewToken,
        Instant createdAt,
        Instant changedAt) {
    /** Where the page is on its way. */
    public ArticleState state() {
        if (deletedAt != null) {
            return ArticleState.DELETED;
        }
        return published == null ? ArticleState.DRAFT : ArticleState.PUBLISHED;
    }

    /** Whether readers see something else than what the team works on. */
    public boolean changedSincePublished() {
        return published != null && !published.equals(draft);
    }
}
