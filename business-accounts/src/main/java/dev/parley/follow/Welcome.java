package dev.parley.follow;

import dev.parley.account.OfficialAccounts;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.kernel.IdempotencyKey;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/** Greets a new follower in the account's words. */
@Component
class Welcome {
    private final OfficialAccounts accounts;
    private final FollowStore follows;
    private final Conversations conversations;

    Welcome(OfficialAccounts accounts, FollowStore follows, Conversations conversations) {
        this.accounts = accounts;
        this.follows = follows;
        this.conversations = conversations;
    }

    /**
     * May run more than once for one event; the follow's id as the idempotency key makes the second run a repetition. Holds no
     * transaction: sending waits for one of its own.
     */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(FollowStarted event) {
        var account = accounts.find(event.account()).orElse(null);
        var follow = follows.present(event.user(), event.account()).orElse(null);
        if (account == null || follow == null || account.welcome().isBlank()) {
            return;
        }
        // Refused when the user has left meanwhile or the account was suspended: then nobody is greeted.
        conversations.send(new SendMessage(
                follow.conversation(),
                event.account().party(),
                null,
                new MessageBody.Text(account.welcome()),
                new IdempotencyKey("welcome-" + event.follow().value()),
                true));
    }
}
