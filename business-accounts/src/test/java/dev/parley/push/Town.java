package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.account.AccountOutcome;
import dev.parley.account.Category;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.OpenAccount;
import dev.parley.draft.NewMessageBody;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome;
import dev.parley.identity.Users;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.UserId;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and accounts for tests, made through the doors of their rooms. */
public final class Town {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Users users;
    private final OfficialAccounts accounts;
    private final Follows follows;
    private final PushMessages pushMessages;
    private final JdbcClient jdbc;
    private final SettableClock clock;

    /** A town in the database of this test class. */
    public Town(ApplicationContext context) {
        users = context.getBean(Users.class);
        accounts = context.getBean(OfficialAccounts.class);
        follows = context.getBean(Follows.class);
        pushMessages = context.getBean(PushMessages.class);
        jdbc = context.getBean(JdbcClient.class);
        clock = context.getBean(SettableClock.class);
    }

    /** An account and who owns it. */
    public record Company(OfficialAccountId id, UserId owner) {}

    /** A user who lives in that zone. */
    public UserId person(String name, String zone) {
        var handle = name + COUNT.incrementAndGet();
        var signedUp = users.signUp(new SignUp(handle, name, "correct horse battery", "en", zone));
        assertThat(signedUp).isInstanceOf(SignUpOutcome.SignedUp.class);
        return ((SignUpOutcome.SignedUp) signedUp).user().id();
    }

    /** A verified account. */
    public Company company(String name) {
        var company = unverified(name);
        assertThat(accounts.verify(company.id(), person("operator", "UTC"), "papers seen"))
                .isInstanceOf(AccountOutcome.Done.class);
        return company;
    }

    /** An account on which no operator has decided. */
    public Company unverified(String name) {
        var owner = person("owner", "UTC");
        var opened = accounts.open(new OpenAccount(
                owner, name + COUNT.incrementAndGet(), name, Category.FOOD, "Bread since four this morning", null));
        assertThat(opened).isInstanceOf(AccountOutcome.Done.class);
        return new Company(((AccountOutcome.Done) opened).account().id(), owner);
    }

    /** The account may release as often as it likes. */
    public Company unbounded(Company company) {
        jdbc.sql("insert into account_quota values (?, 1000, 10000)")
                .param(company.id().value())
                .update();
        return company;
    }

    /** The user follows the account, a minute before now. */
    public void follow(UserId user, Company company) {
        follows.follow(user, company.id(), Source.SEARCH);
        clock.advance(Duration.ofMinutes(1));
    }

    /** So many followers of whom nothing else is known. */
    public void crowd(Company company, int size) {
        jdbc.sql("""
                        insert into follow (id, account_id, user_id, follower_id, conversation_id, started_at, source)
                        select gen_random_uuid(), ?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), ?, 'qr'
                        from generate_series(1, ?)""")
                .param(company.id().value())
                .param(clock.instant().minusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .param(size)
                .update();
    }

    /** A text that is to be released under a key of its own. */
    public ReleasePush draft(Company company, String text) {
        return draft(company, text, "key-" + COUNT.incrementAndGet());
    }

    /** A text that is to be released under that key. */
    public ReleasePush draft(Company company, String text, String key) {
        return new ReleasePush(company.id(), company.owner(), new IdempotencyKey(key), NewMessageBody.Text.of(text));
    }

    /** A push message that was released without objection. */
    public PushMessage release(Company company, String text) {
        var outcome = pushMessages.release(draft(company, text));
        assertThat(outcome).isInstanceOf(PushOutcome.Released.class);
        return ((PushOutcome.Released) outcome).push();
    }
}
