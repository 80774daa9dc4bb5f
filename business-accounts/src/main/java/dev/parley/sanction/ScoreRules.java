package dev.parley.sanction;

import dev.parley.account.OfficialAccount;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.cost.Costs;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.UserId;
import dev.parley.push.Restraints;
import dev.parley.sanction.SanctionOutcome.Done;
import dev.parley.sanction.SanctionOutcome.Invalid;
import dev.parley.sanction.ScoreRule.Effect;
import dev.parley.sanction.ScoreRule.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows from annoyance scores: rules that operators set (table {@code score_rule}), looked at once an hour for every account that has a score.
 * A rule imposes a sanction only above the step in force, and not again for as long as it lasts after an operator lifted one.
 */
@Component
public class ScoreRules {
    private static final Logger log = LoggerFactory.getLogger(ScoreRules.class);
    private static final int MOST_RULES = 20;

    private final JdbcClient jdbc;
    private final Costs costs;
    private final Sanctions sanctions;
    private final SanctionAudit audit;
    private final OfficialAccounts accounts;
    private final Restraints restraints;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScoreRules(
            JdbcClient jdbc,
            Costs costs,
            Sanctions sanctions,
            SanctionAudit audit,
            OfficialAccounts accounts,
            Restraints restraints,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.costs = costs;
        this.sanctions = sanctions;
        this.audit = audit;
        this.accounts = accounts;
        this.restraints = restraints;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The rules in force, in their order. */
    public List<ScoreRule> all() {
        return jdbc.sql("select * from score_rule order by place")
                .query((row, _) -> new ScoreRule(
                        Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                        row.getDouble("score"),
                        row.getInt("days"),
                        Effect.valueOf(row.getString("effect").toUpperCase(Locale.ROOT)),
                        row.getInt("amount"),
                        row.getInt("lasting_days")))
                .list();
    }

    /** An operator puts these rules in the place of all others; written to the operators' audit log. Repeated: same answer. */
    @Transactional
    public SanctionOutcome set(List<ScoreRule> rules, UserId operator, String reason) {
        var errors = errors(rules, reason);
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        var before = words(all());
        jdbc.sql("delete from score_rule").update();
        for (var place = 0; place < rules.size(); place++) {
            var rule = rules.get(place);
            jdbc.sql("""
                            insert into score_rule (place, side, score, days, effect, amount, lasting_days)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            place + 1,
                            rule.side().code(),
                            rule.score(),
                            rule.days(),
                            rule.effect().code(),
                            rule.amount(),
                            rule.lastingDays())
                    .update();
        }
        audit.write(audit.actor(operator, "operator"), "score-rules.set", before, words(rules), reason.strip());
        return new Done();
    }

    /** Looks at every account that has a score. Repeated: what was done is not done again. */
    @Scheduled(fixedDelay = 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void apply() {
        var rules = all();
        for (var account : costs.scored()) {
            try {
                accounts.find(account)
                        .filter(OfficialAccount::verified)
                        .ifPresent(found -> transaction.executeWithoutResult(_ -> apply(found, rules)));
            } catch (RuntimeException failure) {
                log.warn("The score rules were not applied to account {}", account, failure);
            }
        }
    }

    private void apply(OfficialAccount account, List<ScoreRule> rules) {
        var met = rules.stream().filter(rule -> isMet(account.id(), rule)).toList();
        quota(account, met);
        met.stream()
                .filter(rule -> rule.effect().step() != null)
                .reduce((one, other) -> other.effect().compareTo(one.effect()) > 0 ? other : one)
                .ifPresent(rule -> sanction(account, rule));
    }

    private boolean isMet(OfficialAccountId account, ScoreRule rule) {
        return costs.scores(account, rule.days(), ZoneOffset.UTC).stream()
                .allMatch(day -> day.score() != null && rule.meets(day.score()));
    }

    private void sanction(OfficialAccount account, ScoreRule rule) {
        var step = rule.effect().step();
        if (step == null) {
            return;
        }
        var now = clock.instant();
        var lasting = Duration.ofDays(rule.lastingDays());
        var spared = sanctions.of(account.id()).stream()
                .anyMatch(sanction -> sanction.endedAt() == null
                        ? sanction.step().compareTo(step) >= 0
                        : sanction.until() != null
                                && sanction.endedAt().isBefore(sanction.until())
                                && sanction.step().compareTo(step) >= 0
                                && sanction.endedAt().plus(lasting).isAfter(now));
        if (!spared) {
            var score = costs.annoyance(account.id())
                    .map(annoyance -> "score %.1f, ".formatted(annoyance.score()))
                    .orElse("");
            sanctions.imposeByRule(
                    account,
                    step,
                    now.plus(lasting),
                    score + rule.side().code() + " " + rule.score() + " for " + rule.days() + " days");
        }
    }

    /** All rules about the quota that are met, together. */
    private void quota(OfficialAccount account, List<ScoreRule> met) {
        var quota = met.stream().filter(rule -> rule.effect() == Effect.QUOTA).toList();
        var amount = quota.stream().mapToInt(ScoreRule::amount).sum();
        var before = restraints.extraPerMonth(account.id());
        if (amount != before) {
            restraints.grant(account.id(), amount);
            audit.write(
                    account,
                    SanctionAudit.RULE,
                    "account.quota-moved",
                    before + " a month",
                    amount + " a month",
                    quota.isEmpty() ? "no rule about the quota is met any more" : words(quota));
        }
    }

    private static List<FieldRefusal> errors(List<ScoreRule> rules, String reason) {
        var errors = new ArrayList<FieldRefusal>();
        range("rules", rules.size(), 0, MOST_RULES, errors);
        range("reason", reason.strip().length(), 1, 500, errors);
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var field = "rules[" + i + "].";
            range(field + "score", rule.score(), 0, 10, errors);
            range(field + "days", rule.days(), 1, 180, errors);
            range(field + "lastingDays", rule.lastingDays(), 1, 365, errors);
            range(field + "amount", rule.amount(), -1_000, 1_000, errors);
        }
        return errors;
    }

    private static void range(String field, double value, int least, int most, List<FieldRefusal> errors) {
        if (!(value >= least && value <= most)) {
            errors.add(new FieldRefusal(
                    field,
                    "range",
                    String.valueOf(value),
                    least + ".." + most,
                    "This must be within " + least + " and " + most + "."));
        }
    }

    private static String words(List<ScoreRule> rules) {
        return rules.isEmpty() ? "none" : rules.stream().map(ScoreRule::words).collect(Collectors.joining("; "));
    }
}
