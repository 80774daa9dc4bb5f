package dev.parley.article;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.MediaId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages, table {@code article_page}: keyed by account and id; statements only. */
@Repository
class ArticleStore {
    private final JdbcClient jdbc;

    ArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Article article) {
        var draft = article.draft();
        jdbc.sql("""
                        insert into article_page (account_id, id, title, summary, cover, cover_description, body, preview_token,
                            created_at, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(article.account().value())
                .param(article.id().value())
                .param(draft.title())
                .param(draft.summary())
                .param(value(draft.cover()))
                .param(draft.coverDescription())
                .param(draft.body())
                .param(article.previewToken())
                .param(time(article.createdAt()))
                .param(time(article.changedAt()))
                .update();
    }

    void save(Article article, ArticleText draft, Instant now) {
        jdbc.sql("""
                        update article_page set title = ?, summary = ?, cover = ?, cover_description = ?, body = ?, changed_at = ?
                        where account_id = ? and id = ?""")
                .param(draft.title())
                .param(draft.summary())
                .param(value(draft.cover()))
                .param(draft.coverDescription())
                .param(draft.body())
                .param(time(now))
                .param(article.account().value())
                .param(article.id().value())
                .update();
    }

    void publish(Article article, Instant now) {
        jdbc.sql("""
                        update article_page set published_title = title, published_summary = summary, published_cover = cover,
                            published_cover_description = cover_description, published_body = body,
                            published_at = coalesce(published_at, ?)
                        where account_id = ? and id = ?""")
                .param(time(now))
                .param(article.account().value())
                .param(article.id().value())
                .update();
    }

    void delete(Article article, Instant now) {
        jdbc.sql("""
                        update article_page set deleted_at = ?, summary = '', body = '', cover = null, cover_description = '',
                            published_title = null, published_summary = null, published_cover = null,
                            published_cover_description = null, published_body = null, published_at = null
                        where account_id = ? and id = ?""")
                .param(time(now))
                .param(article.account().value())
                .param(article.id().value())
                .update();
    }

    /** Locked until the end of the transaction, so that two members do not save, publish and delete across each other. */
    Optional<Article> lock(OfficialAccountId account, ArticleId id) {
        return jdbc.sql("select * from article_page where account_id = ? and id = ? for update")
                .param(account.value())
                .param(id.value())
                .query(ArticleStore::article)
                .optional();
    }

    Optional<Article> find(OfficialAccountId account, ArticleId id) {
        return jdbc.sql("select * from article_page where account_id = ? and id = ?")
                .param(account.value())
                .param(id.value())
                .query(ArticleStore::article)
                .optional();
    }

    Optional<Article> find(ArticleId id) {
        return jdbc.sql("select * from article_page where id = ?")
                .param(id.value())
                .query(ArticleStore::article)
                .optional();
    }

    /** The pages that are not deleted, newest first, below an id. */
    List<Article> before(OfficialAccountId account, @Nullable ArticleId before, int limit) {
        return jdbc.sql("""
                        select * from article_page page where account_id = :account and deleted_at is null
                            and (cast(:before as uuid) is null or (created_at, id) < (
                                select created_at, id from article_page where account_id = :account and id = :before))
                        order by created_at desc, id desc limit :limit""")
                .param("account", account.value())
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(ArticleStore::article)
                .list();
    }

    private static Article article(ResultSet row, int number) throws SQLException {
        var publishedBody = row.getString("published_body");
        return new Article(
                new ArticleId(row.getObject("id", UUID.class)),
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                new ArticleText(
                        row.getString("title"),
                        row.getString("summary"),
                        media(row, "cover"),
                        row.getString("cover_description"),
                        row.getString("body")),
                publishedBody == null
                        ? null
                        : new ArticleText(
                                row.getString("published_title"),
                                row.getString("published_summary"),
                                media(row, "published_cover"),
                                row.getString("published_cover_description"),
                                publishedBody),
                instant(row, "published_at"),
                instant(row, "deleted_at"),
                row.getString("preview_token"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable MediaId media(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new MediaId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable UUID value(@Nullable MediaId media) {
        return media == null ? null : media.value();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
