package dev.parley.sanction;

import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.audit.AuditActor;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.push.Restraints;
import dev.parley.sanction.Appeal.Decision;
import dev.parley.sanction.SanctionOutcome.Done;
import dev.parley.sanction.SanctionOutcome.Invalid;
import dev.parley.sanction.SanctionOutcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sanctions against accounts and appeals against them. An account has at most one sanction at a time; another one takes its place. What each
 * means is written where it is kept: in {@link Restraints} for releases, with the account for search. Everything is in the audit logs.
 */
@Component
public class Sanctions {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_APPEAL = 1_000;

    private final SanctionStore store;
    private final SanctionAudit audit;
    private final OfficialAccounts accounts;
    private final Restraints restraints;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sanctions(
            SanctionStore store,
            SanctionAudit audit,
            OfficialAccounts accounts,
            Restraints restraints,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.accounts = accounts;
        this.restraints = restraints;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The sanctions of an account, the newest first. */
    public List<Sanction> of(OfficialAccountId account) {
        return store.of(account);
    }

    /** The sanction in force. */
    public Optional<Sanction> inForce(OfficialAccountId account) {
        var now = clock.instant();
        return store.of(account).stream()
                .filter(sanction -> sanction.endedAt() == null
                        && (sanction.until() == null || sanction.until().isAfter(now)))
                .findFirst();
    }

    /** The appeals of an account, the newest first. */
    public List<Appeal> appeals(OfficialAccountId account) {
        return store.appealsOf(account);
    }

    /** The appeals on which nobody has decided, the oldest first, at most 200. */
    public List<Appeal> openAppeals() {
        return store.openAppeals();
    }

    /**
     * An operator imposes a sanction; the one in force ends. Repeated: a new one takes the place of the same.
     *
     * @param until absent for until somebody lifts it
     */
    @Transactional
    public SanctionOutcome impose(
            OfficialAccountId account, UserId operator, Step step, @Nullable Instant until, String reason) {
        var now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            return new Invalid(List.of(new FieldRefusal(
                    "until", "future", until.toString(), now.toString(), "The end of a sanction lies ahead.")));
        }
        var invalid = reason("reason", reason, LONGEST_REASON);
        if (invalid != null) {
            return invalid;
        }
        var found = accounts.find(account).orElse(null);
        if (found == null) {
            return unknown();
        }
        impose(found, audit.actor(operator, "operator"), operator.value(), step, until, reason.strip());
        return new Done();
    }

    /** A rule imposes a sanction. */
    @Transactional
    void imposeByRule(OfficialAccount account, Step step, Instant until, String reason) {
        impose(account, SanctionAudit.RULE, null, step, until, reason);
    }

    private void impose(
            OfficialAccount account,
            AuditActor actor,
            @Nullable UUID by,
            Step step,
            @Nullable Instant until,
            String reason) {
        var now = clock.instant();
        var before = store.inForce(account.id()).orElse(null);
        if (before != null) {
            store.end(before, now, reason);
        }
        store.insert(
                new Sanction(Ids.next(), account.id(), step, now, until, reason, by == null, actor.name(), null, null),
                by);
        restraints.set(account.id(), step.restraint(until));
        accounts.hide(account.id(), step == Step.HIDE);
        audit.write(
                account,
                actor,
                "sanction.imposed",
                before == null ? null : before.step().code(),
                step.code() + (until == null ? "" : " until " + until),
                reason);
    }

    /** An operator lifts the sanction in force. Repeated: nothing happens. */
    @Transactional
    public SanctionOutcome lift(OfficialAccountId account, UserId operator, String reason) {
        var invalid = reason("reason", reason, LONGEST_REASON);
        if (invalid != null) {
            return invalid;
        }
        var found = accounts.find(account).orElse(null);
        if (found == null) {
            return unknown();
        }
        store.inForce(account)
                .ifPresent(sanction ->
                        end(found, sanction, audit.actor(operator, "operator"), "sanction.lifted", reason.strip()));
        return new Done();
    }

    private void end(OfficialAccount account, Sanction sanction, AuditActor actor, String action, String reason) {
        store.end(sanction, clock.instant(), reason);
        restraints.set(account.id(), null);
        accounts.hide(account.id(), false);
        audit.write(account, actor, action, sanction.step().code(), null, reason);
    }

    /** The owner of an account appeals against the sanction in force, once. Refused as {@code conflict} without one, or when they did. */
    @Transactional
    public SanctionOutcome appeal(OfficialAccountId account, UserId owner, String text) {
        var invalid = reason("text", text, LONGEST_APPEAL);
        if (invalid != null) {
            return invalid;
        }
        var found = accounts.find(account).orElse(null);
        if (found == null) {
            return unknown();
        }
        var sanction = inForce(account).orElse(null);
        if (sanction == null) {
            return new Refused(Refusal.of(
                    "conflict", "appeal.sanction", "There is no sanction against this account to appeal against."));
        }
        var actor = audit.actor(owner, "owner");
        var appeal = new Appeal(
                Ids.next(),
                account,
                sanction.id(),
                text.strip(),
                actor.name(),
                clock.instant(),
                null,
                null,
                null,
                null);
        if (!store.insert(appeal, owner.value())) {
            return new Refused(Refusal.beyond(
                    "conflict", "appeal.once", "1", "1", "An appeal against this sanction was made already."));
        }
        audit.write(found, actor, "sanction.appealed", sanction.step().code(), null, text.strip());
        return new Done();
    }

    /** An operator decides an appeal; lifted, the sanction ends if it is still in force. Refused as {@code conflict} when it was decided. */
    @Transactional
    public SanctionOutcome decide(
            OfficialAccountId account, UUID appeal, UserId operator, Decision decision, String reason) {
        var invalid = reason("reason", reason, LONGEST_REASON);
        if (invalid != null) {
            return invalid;
        }
        var found = accounts.find(account).orElse(null);
        var asked = store.appealsOf(account).stream()
                .filter(each -> each.id().equals(appeal))
                .findFirst()
                .orElse(null);
        if (found == null || asked == null) {
            return unknown();
        }
        var actor = audit.actor(operator, "operator");
        if (!store.decide(account, appeal, decision, clock.instant(), actor.name(), reason.strip())) {
            return new Refused(Refusal.of("conflict", "appeal.open", "Somebody has decided on this appeal already."));
        }
        audit.write(
                found,
                actor,
                decision == Decision.LIFTED ? "appeal.upheld" : "appeal.rejected",
                asked.text(),
                null,
                reason.strip());
        if (decision == Decision.LIFTED) {
            store.inForce(account)
                    .filter(sanction -> sanction.id().equals(asked.sanction()))
                    .ifPresent(sanction -> end(found, sanction, actor, "sanction.lifted", reason.strip()));
        }
        return new Done();
    }

    /** Ends what is over; by whichever node comes first. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void endDue() {
        for (var account : store.due(clock.instant())) {
            transaction.executeWithoutResult(_ -> store.inForce(account)
                    .filter(sanction ->
                            sanction.until() != null && !sanction.until().isAfter(clock.instant()))
                    .ifPresent(sanction -> accounts.find(account)
                            .ifPresent(found ->
                                    end(found, sanction, SanctionAudit.RULE, "sanction.ended", "its time is over"))));
        }
    }

    private static @Nullable Invalid reason(String field, String given, int longest) {
        var length = given.strip().length();
        return length >= 1 && length <= longest
                ? null
                : new Invalid(List.of(new FieldRefusal(
                        field,
                        "length",
                        String.valueOf(length),
                        "1.." + longest,
                        "Write 1 to " + longest + " characters.")));
    }

    private static Refused unknown() {
        return new Refused(Refusal.of("not-found", "account.known", "There is no official account with this id."));
    }
}
