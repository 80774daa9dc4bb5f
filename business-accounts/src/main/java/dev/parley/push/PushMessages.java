package dev.parley.push;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.draft.Checked;
import dev.parley.draft.Drafts;
import dev.parley.draft.NewMessageBody;
import dev.parley.draft.Speaker;
import dev.parley.follow.Follows;
import dev.parley.identity.Users;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.push.PushOutcome.AlreadyReleased;
import dev.parley.push.PushOutcome.Invalid;
import dev.parley.push.PushOutcome.Refused;
import dev.parley.push.PushOutcome.Released;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Push messages: one official account to many followers, within the quota of the one and the dosages of the others. */
@Component
public class PushMessages {
    private final PushStore store;
    private final PushOrder order;
    private final Drafts drafts;
    private final Quotas quotas;
    private final Restraints restraints;
    private final Spreads spreads;
    private final LivePushes live;
    private final OfficialAccounts accounts;
    private final Team team;
    private final Follows follows;
    private final Users users;
    private final Conversations conversations;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    PushMessages(
            PushStore store,
            PushOrder order,
            Drafts drafts,
            Quotas quotas,
            Restraints restraints,
            Spreads spreads,
            LivePushes live,
            OfficialAccounts accounts,
            Team team,
            Follows follows,
            Users users,
            Conversations conversations,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.order = order;
        this.drafts = drafts;
        this.quotas = quotas;
        this.restraints = restraints;
        this.spreads = spreads;
        this.live = live;
        this.accounts = accounts;
        this.team = team;
        this.follows = follows;
        this.users = users;
        this.conversations = conversations;
        this.auditLog = auditLog;
        this.events = events;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What a push message would do if it were released now. */
    public Forecast forecast(OfficialAccountId account) {
        var release = new Release(Long.MAX_VALUE, clock.instant());
        var spread = spreads.of(account, release, follows.count(account));
        return new Forecast(
                spread.audience(), spread.atOnce(), spread.held(), spread.answersOnly(), quotas.of(account));
    }

    /**
     * Releases a push message to all followers, within the quota; durable when it returns. Stores one row however many
     * follow. Repeated with the same key, it answers the first release and sends nothing; another request under that key
     * is refused as {@code idempotency-key-reused}. Two releases at the same time go one after the other.
     */
    public PushOutcome release(ReleasePush command) {
        var role = team.role(command.account(), command.by());
        if (role.isEmpty()) {
            return new Refused(Refusal.of(
                    "not-found", "account.known", "There is no official account with this id in your list."));
        }
        if (!role.get().mayRelease()) {
            return new Refused(new Refusal(
                    "forbidden",
                    "team.role",
                    role.get().code(),
                    "owner, editor",
                    null,
                    "Owners and editors release push messages."));
        }
        var hash = hash(command.draft());
        var earlier = repeated(command, hash);
        if (earlier != null) {
            return earlier;
        }
        MessageBody body;
        switch (drafts.check(command.draft(), speaker(command.account()))) {
            case Checked.Accepted(var accepted) -> body = accepted;
            case Checked.Refused(var refusals) -> {
                return new Invalid(refusals);
            }
        }
        var audience = follows.count(command.account()); // outside of the lock: it takes the longer the more follow
        var placed = transaction.execute(_ -> place(command, role.get(), body, audience, hash));
        if (placed.outcome() instanceof Released(var push)) {
            live.released(push, placed.after());
        }
        return placed.outcome();
    }

    /** A push message of this account. */
    public Optional<PushMessage> find(OfficialAccountId account, MessageId id) {
        return store.find(account, id);
    }

    /** The push message of this account at a sequence. */
    public Optional<PushMessage> at(OfficialAccountId account, long sequence) {
        return store.at(account, sequence);
    }

    /** The push messages of these ids, of any account, in no order; unknown ids are left out. */
    public List<PushMessage> find(Collection<MessageId> ids) {
        return store.find(ids);
    }

    /** What an account released, newest first. @param cursor absent for the first page */
    public Page<PushMessage> page(OfficialAccountId account, @Nullable Long before, int limit) {
        var pushes = store.before(account, before == null ? Long.MAX_VALUE : before, limit + 1);
        var more = pushes.size() > limit;
        var items = more ? pushes.subList(0, limit) : pushes;
        return new Page<>(items, more ? String.valueOf(items.getLast().sequence()) : null);
    }

    /** How many push messages all accounts together released since a time. */
    public long countSince(Instant since) {
        return store.countSince(since);
    }

    /** What these accounts released since a time, in rising order of sequence. */
    public List<PushMessage> since(Collection<OfficialAccountId> accounts, Instant since) {
        return store.since(accounts, since);
    }

    /** How a push message spread over those who followed when it was released; computed by the rule that delivered it. */
    public Spread spread(PushMessage push) {
        return spreads.of(push.account(), new Release(push.sequence(), push.releasedAt()), push.audience());
    }

    private record Placed(PushOutcome outcome, long after) {
        static Placed refused(Refusal refusal) {
            return new Placed(new Refused(refusal), 0);
        }
    }

    private Placed place(ReleasePush command, Role role, MessageBody body, long audience, byte[] hash) {
        order.holdAlone();
        var earlier = repeated(command, hash);
        if (earlier != null) {
            return new Placed(earlier, 0);
        }
        var account = accounts.find(command.account()).orElseThrow();
        if (!account.verified()) {
            return Placed.refused(notVerified(account));
        }
        follows.holdStill(command.account());
        var now = clock.instant();
        var refusal = quotas.refusal(quotas.at(command.account(), now));
        if (refusal != null) {
            return Placed.refused(refusal);
        }
        var restrained = restraints.refusal(command.account(), now);
        if (restrained != null) {
            return Placed.refused(restrained);
        }
        if (audience == 0) {
            return Placed.refused(
                    Refusal.beyond("no-followers", "push.audience", "0", "1", "Nobody follows this account yet."));
        }
        var after = store.newest();
        var card = users.cards(List.of(command.by())).get(command.by());
        var name = card == null ? "" : card.name();
        var push = new PushMessage(
                MessageId.next(),
                command.account(),
                conversations.nextSequence(),
                body,
                audience,
                command.by(),
                name,
                now);
        store.insert(push, command.key(), hash);
        auditLog.record(new NewAuditEntry(
                command.account().toString(),
                new AuditActor(command.by().value(), name, role.code()),
                "push.released",
                new AuditSubject("push-message", push.id().toString(), preview(body)),
                null,
                "audience all, " + audience + " followers",
                null));
        events.publishEvent(new PushReleased(push.id(), push.account(), push.sequence(), now));
        return new Placed(new Released(push), after);
    }

    private @Nullable PushOutcome repeated(ReleasePush command, byte[] hash) {
        return store.byKey(command.account(), command.by(), command.key())
                .<PushOutcome>map(stored -> MessageDigest.isEqual(stored.requestHash(), hash)
                        ? new AlreadyReleased(stored.push())
                        : new Refused(new Refusal(
                                "idempotency-key-reused",
                                "push.idempotency-key",
                                command.key().value(),
                                null,
                                null,
                                "Another push message was released under this idempotency key.")))
                .orElse(null);
    }

    private Speaker speaker(OfficialAccountId account) {
        return Speaker.release(user -> team.role(account, user).isPresent())
                .naming(handle -> accounts.byHandle(handle)
                        .filter(OfficialAccount::verified)
                        .map(found -> found.id().party()));
    }

    private static Refusal notVerified(OfficialAccount account) {
        var suspended = account.state() == AccountState.SUSPENDED;
        return new Refusal(
                suspended ? "suspended" : "not-verified",
                "account.state",
                account.state().code(),
                AccountState.VERIFIED.code(),
                null,
                suspended
                        ? "The account is suspended. Nothing goes out until an operator restores it."
                        : "Only a verified account can release push messages.");
    }

    private static String preview(MessageBody body) {
        var preview = body.preview();
        return preview.codePointCount(0, preview.length()) <= 80
                ? preview
                : preview.substring(0, preview.offsetByCodePoints(0, 80)) + "…";
    }

    private byte[] hash(NewMessageBody draft) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.writerFor(NewMessageBody.class).writeValueAsBytes(draft));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
