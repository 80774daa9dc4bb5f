package dev.parley.article;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Write a page, as a team member asks for it; nothing is checked yet.
 *
 * @param by the team member
 * @param cover an upload that everybody may see
 * @param body HTML; only its harmless part is kept
 */
public record WriteArticle(
        OfficialAccountId account,
        UserId by,
        @Nullable String title,
        @Nullable String summary,
        @Nullable MediaId cover,
        @Nullable String coverDescription,
        @Nullable String body) {}
