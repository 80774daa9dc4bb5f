package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.identity.Users;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotas: how many push messages an account may release in a calendar day and month. Table {@code account_quota} has a
 * row only for accounts of which an operator decided; the use is counted from what was released.
 */
@Component
public class Quotas {
    private final JdbcClient jdbc;
    private final PushProperties properties;
    private final Restraints restraints;
    private final OfficialAccounts accounts;
    private final Users users;
    private final AuditLog auditLog;
    private final Clock clock;

    Quotas(
            JdbcClient jdbc,
            PushProperties properties,
            Restraints restraints,
            OfficialAccounts accounts,
            Users users,
            AuditLog auditLog,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.restraints = restraints;
        this.accounts = accounts;
        this.users = users;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** The quota of an account and what is used of it now. */
    public Quota of(OfficialAccountId account) {
        return at(account, clock.instant());
    }

    /** An operator sets the quota of an account; written to the operators' audit log. Repeated: same answer. */
    @Transactional
    public QuotaOutcome set(SetQuota command) {
        var errors = errors(command);
        if (!errors.isEmpty()) {
            return new QuotaOutcome.Invalid(errors);
        }
        var account = accounts.find(command.account());
        if (account.isEmpty()) {
            return new QuotaOutcome.Refused(
                    Refusal.of("not-found", "account.known", "There is no official account with this id."));
        }
        var before = limits(command.account());
        jdbc.sql("""
                        insert into account_quota (account_id, releases_per_day, releases_per_month) values (?, ?, ?)
                        on conflict (account_id) do update set releases_per_day = excluded.releases_per_day,
                            releases_per_month = excluded.releases_per_month""")
                .param(command.account().value())
                .param(command.releasesPerDay())
                .param(command.releasesPerMonth())
                .update();
        var operator = users.cards(List.of(command.operator())).get(command.operator());
        auditLog.record(new NewAuditEntry(
                AuditLog.OPERATOR,
                new AuditActor(command.operator().value(), operator == null ? "" : operator.name(), "operator"),
                "account.quota-set",
                new AuditSubject(
                        OfficialAccountId.KIND,
                        command.account().toString(),
                        account.get().name()),
                before.words(),
                new Limits(command.releasesPerDay(), command.releasesPerMonth()).words(),
                command.reason()));
        return new QuotaOutcome.Set(of(command.account()));
    }

    Quota at(OfficialAccountId account, Instant now) {
        var zone = properties.quotaZone();
        var today = now.atZone(zone).toLocalDate();
        var month = today.withDayOfMonth(1);
        var limits = limits(account);
        var perMonth = Math.max(0, limits.month() + restraints.extraPerMonth(account));
        return jdbc.sql("""
                        select count(*) filter (where released_at >= ?) as today, count(*) as this_month
                        from push_message where account_id = ? and released_at >= ?""")
                .param(today.atStartOfDay(zone).toOffsetDateTime())
                .param(account.value())
                .param(month.atStartOfDay(zone).toOffsetDateTime())
                .query((row, _) -> {
                    var usedToday = row.getInt("today");
                    var usedThisMonth = row.getInt("this_month");
                    return new Quota(
                            use(usedToday, limits.day(), today.plusDays(1)),
                            use(usedThisMonth, perMonth, month.plusMonths(1)));
                })
                .single();
    }

    /** Why nothing can be released now; null when the quota allows it. */
    @Nullable
    Refusal refusal(Quota quota) {
        if (quota.month().usedUp()) {
            return refusal("push.releases-per-month", quota.month(), "this month");
        }
        if (quota.day().usedUp()) {
            return refusal("push.releases-per-day", quota.day(), "today");
        }
        return null;
    }

    private static Refusal refusal(String rule, Quota.Use use, String when) {
        return new Refusal(
                "quota-used-up",
                rule,
                String.valueOf(use.used()),
                String.valueOf(use.limit()),
                use.possibleAgainAt(),
                "This push message did not go out: " + use.used() + " of " + use.limit() + " were released " + when
                        + ".");
    }

    private Quota.Use use(int used, int limit, LocalDate next) {
        return new Quota.Use(
                used,
                limit,
                used < limit ? null : next.atStartOfDay(properties.quotaZone()).toInstant());
    }

    private Limits limits(OfficialAccountId account) {
        return jdbc.sql("select releases_per_day, releases_per_month from account_quota where account_id = ?")
                .param(account.value())
                .query((row, _) -> new Limits(row.getInt(1), row.getInt(2)))
                .optional()
                .orElseGet(() -> new Limits(properties.releasesPerDay(), properties.releasesPerMonth()));
    }

    private static List<FieldRefusal> errors(SetQuota command) {
        var errors = new ArrayList<FieldRefusal>();
        range("releasesPerDay", command.releasesPerDay(), 1000, errors);
        range("releasesPerMonth", command.releasesPerMonth(), 10000, errors);
        var length = command.reason().strip().length();
        if (length < 1 || length > 500) {
            errors.add(new FieldRefusal(
                    "reason", "length", String.valueOf(length), "1..500", "Give a reason of 1 to 500 characters."));
        }
        return errors;
    }

    private static void range(String field, int value, int most, List<FieldRefusal> errors) {
        if (value < 0 || value > most) {
            errors.add(new FieldRefusal(
                    field, "range", String.valueOf(value), "0.." + most, "This must be within 0 and " + most + "."));
        }
    }

    private record Limits(int day, int month) {
        String words() {
            return day + " a day, " + month + " a month";
        }
    }
}
