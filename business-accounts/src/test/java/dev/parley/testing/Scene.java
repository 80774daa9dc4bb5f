package dev.parley.testing;

import dev.parley.account.AccountOutcome;
import dev.parley.account.Category;
import dev.parley.account.ChangeAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.OpenAccount;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.follow.Follow;
import dev.parley.follow.FollowOutcome;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome;
import dev.parley.identity.Users;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.UserId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The people and accounts of a test, made through the doors; each test has its own. */
public final class Scene {
    private final Users users;
    private final OfficialAccounts accounts;
    private final Follows follows;

    /** A scene on one node: the function gives its beans. */
    public Scene(Function<Class<?>, Object> beans) {
        this.users = (Users) beans.apply(Users.class);
        this.accounts = (OfficialAccounts) beans.apply(OfficialAccounts.class);
        this.follows = (Follows) beans.apply(Follows.class);
    }

    /** Signs a user up; handles differ from test to test. */
    public UserId user(String name) {
        var command = new SignUp(unique(name), name, "correct horse battery", null, null);
        if (users.signUp(command) instanceof SignUpOutcome.SignedUp(var user)) {
            return user.id();
        }
        throw new IllegalStateException("the sign-up of " + name + " was refused");
    }

    /** Opens an account that waits for its verdict. */
    public OfficialAccountId pendingAccount(String name, UserId owner) {
        return done(accounts.open(
                new OpenAccount(owner, unique(name), name, Category.FOOD, "Bread and rolls from the corner", null)));
    }

    /** Opens an account that is verified at once, by its owner for simplicity. */
    public OfficialAccountId account(String name, UserId owner) {
        var account = pendingAccount(name, owner);
        accounts.verify(account, owner, "known to us");
        return account;
    }

    /** As {@link #account}, with a welcome. */
    public OfficialAccountId accountSaying(String welcome, String name, UserId owner) {
        var account = account(name, owner);
        accounts.change(new ChangeAccount(account, owner, null, null, null, welcome, null));
        return account;
    }

    /** Begins a follow. */
    public Follow follow(UserId user, OfficialAccountId account) {
        if (follows.follow(user, account, Source.SEARCH) instanceof FollowOutcome.Followed(var follow)) {
            return follow;
        }
        throw new IllegalStateException("the follow did not begin");
    }

    /** A text from the follower to the account. */
    public SendMessage question(Follow follow, String text) {
        return SendMessage.from(follow.user(), follow.conversation(), new MessageBody.Text(text), key());
    }

    /** A text from the account to the follower; without an author it is automatic. */
    public SendMessage answer(Follow follow, @Nullable UserId author, String text) {
        return new SendMessage(
                follow.conversation(),
                follow.account().party(),
                author,
                new MessageBody.Text(text),
                key(),
                author == null);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(Ids.next().toString());
    }

    /** A handle that begins with the name. */
    public static String unique(String name) {
        var id = Ids.next().toString().replace("-", "");
        return name + "." + id.substring(20);
    }

    private static OfficialAccountId done(AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.Done(var account)) {
            return account.id();
        }
        throw new IllegalStateException("the account was not opened: " + outcome);
    }
}
