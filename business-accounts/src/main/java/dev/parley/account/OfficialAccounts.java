package dev.parley.account;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Official accounts: opening, changing, judging and finding them.
 *
 * <p>An account is pending when it is opened, and an operator verifies or refuses it; a suspended one remembers what it was
 * before. Every change is in the account's audit log, in the same transaction; those by operators are in theirs too.
 */
@Service
public class OfficialAccounts {
    private static final int REASON_LENGTH = 500;

    private final OfficialAccountRepository accounts;
    private final TeamMemberRepository members;
    private final Directory directory;
    private final Profile profile;
    private final AccountAudit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficialAccounts(
            OfficialAccountRepository accounts,
            TeamMemberRepository members,
            Directory directory,
            Profile profile,
            AccountAudit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.directory = directory;
        this.profile = profile;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an account in the state pending; the opener becomes its owner. Refused with {@code handle-taken} when another
     * account has the handle, invalid when it is reserved or a field is out of rule. A repetition is refused likewise.
     */
    @Transactional
    public AccountOutcome open(OpenAccount command) {
        var errors = profile.check(command);
        if (!errors.isEmpty()) {
            return new AccountOutcome.Invalid(errors);
        }
        if (!directory.claim(command.handle())) {
            return new AccountOutcome.Refused(new Refusal(
                    "handle-taken",
                    "account.handle",
                    command.handle(),
                    null,
                    null,
                    "Another account has this handle."));
        }
        var now = clock.instant();
        var id = new OfficialAccountId(Ids.next());
        var account = accounts.saveAndFlush(new OfficialAccountEntity(id, command, now))
                .snapshot();
        members.saveAndFlush(new TeamMemberEntity(id, command.opener(), Role.OWNER, now));
        audit.byMember(
                account,
                command.opener(),
                Role.OWNER,
                "account.opened",
                audit.subject(account),
                null,
                account.name() + " @" + account.handle());
        events.publishEvent(new AccountOpened(id, command.opener(), now));
        return new AccountOutcome.Done(account);
    }

    /** Changes what an account says about itself. What does not differ from before leaves no trace. */
    @Transactional
    public AccountOutcome change(ChangeAccount command) {
        var errors = profile.check(command);
        if (!errors.isEmpty()) {
            return new AccountOutcome.Invalid(errors);
        }
        var entity = accounts.lock(command.account().value()).orElse(null);
        if (entity == null) {
            return unknown();
        }
        var before = entity.snapshot();
        entity.change(command);
        var after = entity.snapshot();
        if (!after.equals(before)) {
            accounts.saveAndFlush(entity);
            var difference = Difference.between(before, after);
            audit.byMember(
                    after,
                    command.by(),
                    roleOf(command.account(), command.by()),
                    "account.changed",
                    audit.subject(after),
                    difference.before(),
                    difference.after());
        }
        return new AccountOutcome.Done(after);
    }

    /** An operator verifies an account. Repeated: nothing happens, same answer. */
    @Transactional
    public AccountOutcome verify(OfficialAccountId id, UserId operator, String reason) {
        return judge(id, operator, AccountState.VERIFIED, reason);
    }

    /**
     * An operator refuses an account, or takes its verification back; the account reads the reason, which must not be blank.
     * Repeated: nothing happens, same answer.
     */
    @Transactional
    public AccountOutcome refuse(OfficialAccountId id, UserId operator, String reason) {
        return reason.isBlank() ? withoutReason() : judge(id, operator, AccountState.REFUSED, reason);
    }

    private AccountOutcome judge(OfficialAccountId id, UserId operator, AccountState verdict, String reason) {
        if (tooLong(reason)) {
            return invalidReason(reason);
        }
        var entity = accounts.lock(id.value()).orElse(null);
        if (entity == null) {
            return unknown();
        }
        var before = entity.standing();
        if (before == verdict) {
            return new AccountOutcome.Done(entity.snapshot());
        }
        var now = clock.instant();
        entity.judge(verdict, reason, now);
        var account = accounts.saveAndFlush(entity).snapshot();
        audit.byOperator(account, operator, "account." + verdict.code(), before.code(), verdict.code(), reason);
        if (account.verified()) {
            events.publishEvent(new AccountVerified(id, now));
        }
        return new AccountOutcome.Done(account);
    }

    /**
     * A refused account asks to be verified once more, usually after its profile was put right: it is pending again and waits
     * behind all others. Repeated while it is pending: nothing happens, same answer. Refused with {@code conflict} when the
     * account is verified or suspended.
     */
    @Transactional
    public AccountOutcome askAgain(OfficialAccountId id, UserId by) {
        var entity = accounts.lock(id.value()).orElse(null);
        if (entity == null) {
            return unknown();
        }
        var before = entity.snapshot();
        return switch (before.state()) {
            case PENDING -> new AccountOutcome.Done(before);
            case VERIFIED, SUSPENDED ->
                new AccountOutcome.Refused(new Refusal(
                        "conflict",
                        "account.state",
                        before.state().code(),
                        AccountState.REFUSED.code(),
                        null,
                        "Only a refused account can ask again."));
            case REFUSED -> {
                entity.askAgain(clock.instant());
                var account = accounts.saveAndFlush(entity).snapshot();
                audit.byMember(
                        account,
                        by,
                        roleOf(id, by),
                        "account.asked-again",
                        audit.subject(account),
                        before.state().code(),
                        account.state().code());
                yield new AccountOutcome.Done(account);
            }
        };
    }

    /**
     * An operator suspends an account, for a reason that must not be blank; it remembers its former state. Repeated: nothing
     * happens, same answer.
     */
    @Transactional
    public AccountOutcome suspend(OfficialAccountId id, UserId operator, String reason) {
        if (reason.isBlank()) {
            return withoutReason();
        }
        if (tooLong(reason)) {
            return invalidReason(reason);
        }
        var entity = accounts.lock(id.value()).orElse(null);
        if (entity == null) {
            return unknown();
        }
        var before = entity.snapshot();
        if (before.state() == AccountState.SUSPENDED) {
            return new AccountOutcome.Done(before);
        }
        var now = clock.instant();
        entity.suspend(reason, now);
        var account = accounts.saveAndFlush(entity).snapshot();
        audit.byOperator(
                account,
                operator,
                "account.suspended",
                before.state().code(),
                account.state().code(),
                reason);
        events.publishEvent(new AccountSuspended(id, now));
        return new AccountOutcome.Done(account);
    }

    /** Leaves an account out of the search, or takes it in again; its page and its followers stay. Whoever calls writes the audit log. */
    @Transactional
    public void hide(OfficialAccountId id, boolean hidden) {
        directory.hide(id.value(), hidden);
    }

    /**
     * An operator lifts the suspension, for a reason that must not be blank. Of an account that is not suspended: nothing
     * happens, same answer.
     */
    @Transactional
    public AccountOutcome restore(OfficialAccountId id, UserId operator, String reason) {
        if (reason.isBlank()) {
            return withoutReason();
        }
        if (tooLong(reason)) {
            return invalidReason(reason);
        }
        var entity = accounts.lock(id.value()).orElse(null);
        if (entity == null) {
            return unknown();
        }
        var before = entity.snapshot();
        if (before.state() != AccountState.SUSPENDED) {
            return new AccountOutcome.Done(before);
        }
        var now = clock.instant();
        entity.restore(now);
        var account = accounts.saveAndFlush(entity).snapshot();
        audit.byOperator(
                account,
                operator,
                "account.restored",
                before.state().code(),
                account.state().code(),
                reason);
        events.publishEvent(new AccountRestored(id, now));
        return new AccountOutcome.Done(account);
    }

    /** The account of this id, in whatever state. */
    @Transactional(readOnly = true)
    public Optional<OfficialAccount> find(OfficialAccountId id) {
        return accounts.findById(id.value()).map(OfficialAccountEntity::snapshot);
    }

    /** The account of this handle (upper and lower case are the same), in whatever state. */
    @Transactional(readOnly = true)
    public Optional<OfficialAccount> byHandle(String handle) {
        return accounts.findByHandle(handle.toLowerCase(Locale.ROOT)).map(OfficialAccountEntity::snapshot);
    }

    /** The accounts of these ids in one question, those that do not exist left out. */
    @Transactional(readOnly = true)
    public Map<OfficialAccountId, OfficialAccount> cards(Collection<OfficialAccountId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : snapshots(ids.stream().map(OfficialAccountId::value).toList());
    }

    /**
     * Verified accounts of which every word of the query begins a word of the handle, name, category or description, best
     * first; a blank query gives the newest. At most {@code limit}, which is cut to 1..50.
     */
    @Transactional(readOnly = true)
    public List<OfficialAccount> search(String query, int limit) {
        return inOrder(directory.search(query, Math.clamp(limit, 1, 50)));
    }

    /** All accounts for operators, longest in their state first; query as in {@link #search}. At most 200 a page. */
    @Transactional(readOnly = true)
    public Page<OfficialAccount> list(
            @Nullable AccountState state, @Nullable String query, @Nullable String cursor, int limit) {
        var page = directory.list(state, query, cursor, Math.clamp(limit, 1, 200));
        return new Page<>(inOrder(page.items()), page.nextCursor());
    }

    /** How many accounts stand in each state; every state has an entry. */
    @Transactional(readOnly = true)
    public Map<AccountState, Long> counts() {
        return directory.counts();
    }

    private List<OfficialAccount> inOrder(List<UUID> ids) {
        var found = snapshots(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(new OfficialAccountId(id))).stream())
                .toList();
    }

    private Map<OfficialAccountId, OfficialAccount> snapshots(List<UUID> ids) {
        return accounts.findAllById(ids).stream()
                .map(OfficialAccountEntity::snapshot)
                .collect(toMap(OfficialAccount::id, identity()));
    }

    private Role roleOf(OfficialAccountId account, UserId member) {
        return members.findById(new TeamMemberEntity.Key(account.value(), member.value()))
                .map(TeamMemberEntity::role)
                .orElseThrow(() -> new IllegalArgumentException(member + " is not in the account's team"));
    }

    private static AccountOutcome withoutReason() {
        return new AccountOutcome.Invalid(List.of(new FieldRefusal(
                "reason", "length", "0", "1.." + REASON_LENGTH, "Say why; it is kept in the audit log.")));
    }

    private static boolean tooLong(String reason) {
        return reason.length() > REASON_LENGTH || reason.indexOf('\0') >= 0;
    }

    private static AccountOutcome invalidReason(String reason) {
        return new AccountOutcome.Invalid(List.of(new FieldRefusal(
                "reason",
                "length",
                String.valueOf(reason.length()),
                "0.." + REASON_LENGTH,
                "A reason may have at most " + REASON_LENGTH + " characters.")));
    }

    private static AccountOutcome unknown() {
        return new AccountOutcome.Refused(Refusal.of("not-found", "account.id", "There is no such account."));
    }
}
