package dev.parley.article;

import java.util.Locale;

/** Where an article page is on its way. */
public enum ArticleState {
    DRAFT,
    PUBLISHED,
    DELETED;

    /** As on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
