package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What sanctions leave of an account's releases, and what a good name adds to its quota: table {@code release_restraint}, one row per account
 * that has either. Whoever sets them writes the audit log.
 */
@Component
public class Restraints {
    private final JdbcClient jdbc;

    Restraints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A limit beside the quota.
     *
     * @param releases so many in any {@code days} days in a row; 0 when none go out
     * @param until when it ends by itself; absent when it does not
     */
    public record Restraint(
            int releases, int days, @Nullable Instant until) {
        public Restraint {
            if (releases < 0 || days < 1) {
                throw new IllegalArgumentException(releases + " releases in " + days + " days is no limit");
            }
        }
    }

    /** Sets or, with null, lifts the restraint of an account, from its next release on. Repeated: nothing changes. */
    @Transactional
    public void set(OfficialAccountId account, @Nullable Restraint restraint) {
        var until = restraint == null ? null : restraint.until();
        jdbc.sql("""
                        insert into release_restraint (account_id, releases, days, until) values (?, ?, ?, ?)
                        on conflict (account_id) do update set
                            releases = excluded.releases, days = excluded.days, until = excluded.until""")
                .param(account.value())
                .param(restraint == null ? null : restraint.releases())
                .param(restraint == null ? null : restraint.days())
                .param(until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds so many releases a month to the account's quota, or takes them away; in place of what was added before. */
    @Transactional
    public void grant(OfficialAccountId account, int extraPerMonth) {
        jdbc.sql("""
                        insert into release_restraint (account_id, extra_per_month) values (?, ?)
                        on conflict (account_id) do update set extra_per_month = excluded.extra_per_month""").param(account.value()).param(extraPerMonth).update();
    }

    /** The restraint in force at a time. */
    public Optional<Restraint> of(OfficialAccountId account, Instant now) {
        return jdbc.sql("""
                        select releases, days, until from release_restraint
                        where account_id = ? and releases is not null and (until is null or until > ?)""")
                .params(account.value(), now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> {
                    var until = row.getObject("until", OffsetDateTime.class);
                    return new Restraint(
                            row.getInt("releases"), row.getInt("days"), until == null ? null : until.toInstant());
                })
                .optional();
    }

    /** How many releases a month are added to the account's quota; below 0 when they are taken away. */
    public int extraPerMonth(OfficialAccountId account) {
        return jdbc.sql("select extra_per_month from release_restraint where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Why nothing can be released now; null when no restraint keeps it. */
    @Nullable
    Refusal refusal(OfficialAccountId account, Instant now) {
        var restraint = of(account, now).orElse(null);
        if (restraint == null) {
            return null;
        }
        if (restraint.releases() == 0) {
            return new Refusal(
                    "quota-used-up",
                    "sanction.pause",
                    "0",
                    "0",
                    restraint.until(),
                    "Push messages of this account are paused by a sanction. The desk stays open, and you can appeal.");
        }
        var since = now.minus(Duration.ofDays(restraint.days()));
        var latest = jdbc.sql("""
                        select released_at from push_message where account_id = ? and released_at > ?
                        order by released_at desc limit ?""")
                .params(account.value(), since.atOffset(ZoneOffset.UTC), restraint.releases())
                .query((row, _) ->
                        row.getObject("released_at", OffsetDateTime.class).toInstant())
                .list();
        if (latest.size() < restraint.releases()) {
            return null;
        }
        var again = latest.getLast().plus(Duration.ofDays(restraint.days()));
        var until = restraint.until();
        return new Refusal(
                "quota-used-up",
                "sanction.slow",
                String.valueOf(latest.size()),
                restraint.releases() + " in " + restraint.days() + " days",
                until != null && until.isBefore(again) ? until : again,
                "This account is slowed by a sanction: " + restraint.releases() + " push message in " + restraint.days()
                        + " days. You can appeal.");
    }
}
