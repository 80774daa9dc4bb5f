package dev.parley.article;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Team;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Article pages: written as drafts, published, taken back. Everything that is done to one stands in the account's audit log. */
@Component
public class Articles {
    /** Greatest length of a title, in characters. */
    public static final int TITLE_LENGTH = 120;

    /** Greatest length of a summary, in characters. */
    public static final int SUMMARY_LENGTH = 500;

    /** Greatest length of the description of a cover, in characters. */
    public static final int DESCRIPTION_LENGTH = 500;

    /** Greatest length of a body, in characters of HTML as it comes in. */
    public static final int BODY_LENGTH = 100_000;

    private final ArticleStore store;
    private final ArticleCheck check;
    private final OfficialAccounts accounts;
    private final Team team;
    private final Users users;
    private final AuditLog auditLog;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Articles(
            ArticleStore store,
            ArticleCheck check,
            OfficialAccounts accounts,
            Team team,
            Users users,
            AuditLog auditLog,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.accounts = accounts;
        this.team = team;
        this.users = users;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** Begins a page, which nobody but its team and those with the preview link see. */
    @Transactional
    public ArticleOutcome create(WriteArticle command) {
        var checked = check.check(command);
        if (!checked.errors().isEmpty()) {
            return new ArticleOutcome.Invalid(checked.errors());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var article = new Article(
                ArticleId.next(), command.account(), checked.text(), null, null, null, newToken(), now, now);
        store.insert(article);
        record(article, command.by(), "article.created");
        return new ArticleOutcome.Done(article);
    }

    /** Changes the draft; readers see the published text until it is published again. A repetition changes nothing. */
    @Transactional
    public ArticleOutcome save(ArticleId id, WriteArticle command) {
        var checked = check.check(command);
        if (!checked.errors().isEmpty()) {
            return new ArticleOutcome.Invalid(checked.errors());
        }
        var article = store.lock(command.account(), id).orElse(null);
        if (article == null || article.state() == ArticleState.DELETED) {
            return unknown();
        }
        if (!article.draft().equals(checked.text())) {
            store.save(article, checked.text(), clock.instant());
            record(article, command.by(), "article.saved");
        }
        return again(article);
    }

    /** Shows the draft to everybody; a page that is published already shows its newest draft then. Repeated: same answer. */
    @Transactional
    public ArticleOutcome publish(OfficialAccountId account, ArticleId id, UserId by) {
        var article = store.lock(account, id).orElse(null);
        if (article == null || article.state() == ArticleState.DELETED) {
            return unknown();
        }
        if (SafeHtml.isEmpty(article.draft().body())) {
            return new ArticleOutcome.Invalid(List.of(
                    new FieldRefusal("body", "required", "0", "1", "A page that is published has something to read.")));
        }
        if (article.state() == ArticleState.DRAFT || article.changedSincePublished()) {
            store.publish(article, clock.instant());
            record(article, by, "article.published");
        }
        return again(article);
    }

    /** Takes the page back: its words are gone, and its address says so. Repeated: same answer. */
    @Transactional
    public ArticleOutcome delete(OfficialAccountId account, ArticleId id, UserId by) {
        var article = store.lock(account, id).orElse(null);
        if (article == null) {
            return unknown();
        }
        if (article.state() != ArticleState.DELETED) {
            store.delete(article, clock.instant());
            record(article, by, "article.deleted");
        }
        return again(article);
    }

    /** A page of this account, deleted ones too. */
    public Optional<Article> find(OfficialAccountId account, ArticleId id) {
        return store.find(account, id);
    }

    /** The pages of an account that are not deleted, newest first. @param before the last one of the page before */
    public Page<Article> page(OfficialAccountId account, @Nullable ArticleId before, int limit) {
        var found = store.before(account, before, limit + 1);
        var more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? items.getLast().id().toString() : null);
    }

    /** What anybody finds at the address of a page. @param token of the preview link, for the draft */
    public ReadArticle read(ArticleId id, @Nullable String token) {
        var article = store.find(id).orElse(null);
        if (article == null
                || !accounts.find(article.account()).filter(Articles::isOpen).isPresent()) {
            return new ReadArticle.Nothing();
        }
        if (article.state() == ArticleState.DELETED) {
            return new ReadArticle.TakenBack();
        }
        if (token != null && same(token, article.previewToken())) {
            return new ReadArticle.Found(article, article.draft(), true);
        }
        var published = article.published();
        return published == null ? new ReadArticle.Nothing() : new ReadArticle.Found(article, published, false);
    }

    private ArticleOutcome again(Article article) {
        return new ArticleOutcome.Done(
                store.find(article.account(), article.id()).orElseThrow());
    }

    private void record(Article article, UserId by, String action) {
        var card = users.cards(List.of(by)).get(by);
        var role = team.role(article.account(), by).orElseThrow();
        auditLog.record(new NewAuditEntry(
                article.account().toString(),
                new AuditActor(by.value(), card == null ? "" : card.name(), role.code()),
                action,
                new AuditSubject(
                        "article", article.id().toString(), article.draft().title()),
                null,
                null,
                null));
    }

    private String newToken() {
        var bytes = new byte[18];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean isOpen(OfficialAccount account) {
        return account.state() != AccountState.SUSPENDED;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static ArticleOutcome unknown() {
        return new ArticleOutcome.Refused(
                Refusal.of("not-found", "article.known", "The account has no such article page."));
    }
}
