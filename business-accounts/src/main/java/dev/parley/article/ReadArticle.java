package dev.parley.article;

/** What somebody finds at the address of a page. */
public sealed interface ReadArticle {
    /** The page. @param preview whether it is the draft, which only those with the preview link see */
    record Found(Article article, ArticleText text, boolean preview) implements ReadArticle {}

    /** It was there, and the account has taken it back. */
    record TakenBack() implements ReadArticle {}

    /** There is nothing, or nothing yet. */
    record Nothing() implements ReadArticle {}
}
