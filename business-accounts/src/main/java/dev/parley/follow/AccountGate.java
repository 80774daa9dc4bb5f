package dev.parley.follow;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.conversation.spi.Attempt;
import dev.parley.conversation.spi.MessageGate;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Law 7 for messages: a user writes to accounts that they follow, an account to followers in whose window it is. Automatic
 * messages of an account also belong to the first moments of a follow.
 */
@Component
class AccountGate implements MessageGate {
    private final OfficialAccounts accounts;
    private final WindowStore windows;
    private final FollowProperties properties;
    private final Clock clock;

    AccountGate(OfficialAccounts accounts, WindowStore windows, FollowProperties properties, Clock clock) {
        this.accounts = accounts;
        this.windows = windows;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public @Nullable Refusal check(Attempt attempt) {
        if (isAccount(attempt.recipient())) {
            return fromUser(attempt);
        }
        if (isAccount(attempt.sender())) {
            return fromAccount(attempt);
        }
        return null;
    }

    private @Nullable Refusal fromUser(Attempt attempt) {
        var account = accounts.find(new OfficialAccountId(attempt.recipient().id()));
        var refusal = standing(account.orElse(null));
        if (refusal != null) {
            return refusal;
        }
        var standing = attempt.sender().isUser()
                ? windows.standing(account.orElseThrow().id(), attempt.sender().asUser())
                : Optional.<WindowStore.Standing>empty();
        return fromUser(standing.orElse(null));
    }

    private @Nullable Refusal fromAccount(Attempt attempt) {
        var account = accounts.find(new OfficialAccountId(attempt.sender().id()));
        var refusal = standing(account.orElse(null));
        if (refusal != null) {
            return refusal;
        }
        var standing = attempt.recipient().isUser()
                ? windows.standing(
                        account.orElseThrow().id(),
                        new UserId(attempt.recipient().id()))
                : Optional.<WindowStore.Standing>empty();
        return fromAccount(attempt, standing.orElse(null));
    }

    /** Follow and window once more; what an operator does to the account was settled when the message was queued. */
    @Override
    public Map<Attempt, Refusal> confirm(List<Attempt> batch) {
        var pairs = new HashMap<Attempt, WindowStore.Pair>();
        for (var attempt : batch) {
            var pair = pair(attempt);
            if (pair != null) {
                pairs.put(attempt, pair);
            }
        }
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var standings = windows.standings(Set.copyOf(pairs.values()));
        var refused = new HashMap<Attempt, Refusal>();
        pairs.forEach((attempt, pair) -> {
            var standing = standings.get(pair);
            var refusal = isAccount(attempt.sender()) ? fromAccount(attempt, standing) : fromUser(standing);
            if (refusal != null) {
                refused.put(attempt, refusal);
            }
        });
        return refused;
    }

    private static WindowStore.@Nullable Pair pair(Attempt attempt) {
        var sender = attempt.sender();
        var recipient = attempt.recipient();
        if (isAccount(recipient) && sender.isUser()) {
            return new WindowStore.Pair(new OfficialAccountId(recipient.id()), sender.asUser());
        }
        if (isAccount(sender) && recipient.isUser()) {
            return new WindowStore.Pair(new OfficialAccountId(sender.id()), recipient.asUser());
        }
        return null;
    }

    private static @Nullable Refusal fromUser(WindowStore.@Nullable Standing standing) {
        return standing != null ? null : notFollowing("You do not follow this account. Follow it to write to it.");
    }

    private @Nullable Refusal fromAccount(Attempt attempt, WindowStore.@Nullable Standing standing) {
        if (standing == null) {
            return notFollowing("This follower has left; the account can write to them when they follow it again.");
        }
        var now = clock.instant();
        var window = standing.window();
        if (window != null && window.open(now)) {
            return null;
        }
        if (attempt.automatic() && now.isBefore(standing.followedSince().plus(properties.welcomeWithin()))) {
            return null;
        }
        return new Refusal(
                "window-closed",
                "answer window",
                window == null ? "never opened" : window.closesAt().toString(),
                properties.windowLength().toHours() + " h",
                null,
                "An account may write to a follower for "
                        + properties.windowLength().toHours()
                        + " hours after the follower's own message. The window opens again when the follower writes.");
    }

    private static @Nullable Refusal standing(@Nullable OfficialAccount account) {
        if (account == null) {
            return Refusal.of("not-found", "account.id", "There is no such account.");
        }
        if (account.state() == AccountState.SUSPENDED) {
            return suspended(account);
        }
        return account.verified() ? null : notVerified(account);
    }

    static Refusal suspended(OfficialAccount account) {
        return new Refusal(
                "suspended",
                "account.state",
                account.state().code(),
                AccountState.VERIFIED.code(),
                null,
                "This account is suspended; nobody can write to it or hear from it until an operator restores it.");
    }

    static Refusal notVerified(OfficialAccount account) {
        return new Refusal(
                "not-verified",
                "account.state",
                account.state().code(),
                AccountState.VERIFIED.code(),
                null,
                "This account is not verified; it can be followed and heard once an operator has verified it.");
    }

    private static Refusal notFollowing(String detail) {
        return Refusal.of("not-following", "follow.required", detail);
    }

    private static boolean isAccount(PartyRef party) {
        return party.kind().equals(OfficialAccountId.KIND);
    }
}
