package dev.parley.answer;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.answer.AnswerRule.Trigger;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.hours.Hours;
import dev.parley.identity.Users;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.TextRule;
import dev.parley.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rules by which the machine answers in an account's name; asked in their order, the first that fits answers. At most 100. */
@Service
public class AnswerRules {
    private static final TextRule NAME = new TextRule("name", 1, 60);
    private static final TextRule WORD = new TextRule("words", 1, 60);
    private static final int MOST_RULES = 100;
    private static final int MOST_WORDS = 30;
    private static final int MOST_BODIES = 5;

    private final RuleStore store;
    private final Hours hours;
    private final AuditLog audit;
    private final Users users;
    private final Team team;

    AnswerRules(RuleStore store, Hours hours, AuditLog audit, Users users, Team team) {
        this.store = store;
        this.hours = hours;
        this.audit = audit;
        this.users = users;
        this.team = team;
    }

    /** All rules in the order in which they are asked. */
    @Transactional(readOnly = true)
    public List<AnswerRule> of(OfficialAccountId account) {
        return store.of(account);
    }

    /** Adds a rule at the end. */
    @Transactional
    public Outcome<AnswerRule> add(OfficialAccountId account, UserId by, AnswerRule rule) {
        var errors = errors(rule);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        if (store.of(account).size() >= MOST_RULES) {
            return new Outcome.Refused<>(Refusal.beyond(
                    "conflict",
                    "answer-rule.number",
                    "" + MOST_RULES,
                    "" + MOST_RULES,
                    "An account has at most " + MOST_RULES + " rules."));
        }
        store.insert(account, rule);
        record(account, by, "answer-rule.added", rule, null, words(rule));
        return new Outcome.Done<>(rule);
    }

    /** Changes a rule; it keeps its place. Repeated: nothing happens, same answer. */
    @Transactional
    public Outcome<AnswerRule> change(OfficialAccountId account, UserId by, AnswerRule rule) {
        var errors = errors(rule);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        var before = find(account, rule.id());
        if (before == null) {
            return unknown();
        }
        if (!before.equals(rule)) {
            store.update(account, rule);
            record(account, by, "answer-rule.changed", rule, words(before), words(rule));
        }
        return new Outcome.Done<>(rule);
    }

    /** Takes a rule away. Repeated: nothing happens. */
    @Transactional
    public void remove(OfficialAccountId account, UserId by, UUID id) {
        var before = find(account, id);
        if (before != null) {
            store.delete(account, id);
            record(account, by, "answer-rule.removed", before, words(before), null);
        }
    }

    /** Says in which order the rules are asked: all of them, each once. */
    @Transactional
    public Outcome<List<AnswerRule>> order(OfficialAccountId account, UserId by, List<UUID> order) {
        var present = store.of(account);
        Set<UUID> known = new HashSet<>(present.stream().map(AnswerRule::id).toList());
        if (order.size() != known.size() || !known.equals(new HashSet<>(order))) {
            return new Outcome.Refused<>(
                    Refusal.of("conflict", "answer-rule.order", "The order names each rule of the account once."));
        }
        for (var place = 0; place < order.size(); place++) {
            store.place(account, order.get(place), place + 1);
        }
        var now = store.of(account);
        if (!now.equals(present) && !now.isEmpty()) {
            record(account, by, "answer-rule.ordered", now.getFirst(), names(present), names(now));
        }
        return new Outcome.Done<>(now);
    }

    /** What the rules would make of a message at a moment, in a conversation that knows no person and no earlier answer. */
    @Transactional(readOnly = true)
    public Verdict test(OfficialAccountId account, String text, Instant at) {
        return Judge.judge(
                store.of(account),
                text,
                new Judge.Facts(hours.of(account).at(at).open(), false, Set.of()));
    }

    private @Nullable AnswerRule find(OfficialAccountId account, UUID id) {
        return store.of(account).stream()
                .filter(rule -> rule.id().equals(id))
                .findAny()
                .orElse(null);
    }

    private void record(
            OfficialAccountId account,
            UserId by,
            String action,
            AnswerRule rule,
            @Nullable String before,
            @Nullable String after) {
        var card = users.cards(List.of(by)).get(by);
        audit.record(new NewAuditEntry(
                account.toString(),
                new AuditActor(
                        by.value(),
                        card == null ? by.toString() : card.name(),
                        team.role(account, by).map(Role::code).orElse("none")),
                action,
                new AuditSubject("answer-rule", rule.id().toString(), rule.name()),
                before,
                after,
                null));
    }

    private static String words(AnswerRule rule) {
        return rule.trigger().code() + " " + String.join(", ", rule.words()) + ", "
                + rule.hours().code() + (rule.enabled() ? "" : ", off");
    }

    private static String names(List<AnswerRule> rules) {
        return String.join(", ", rules.stream().map(AnswerRule::name).toList());
    }

    private static List<FieldRefusal> errors(AnswerRule rule) {
        var errors = new ArrayList<FieldRefusal>();
        NAME.check(rule.name()).ifPresent(errors::add);
        var needsWords = rule.trigger() != Trigger.ANY;
        if (rule.words().size() > MOST_WORDS || needsWords == rule.words().isEmpty()) {
            errors.add(new FieldRefusal(
                    "words",
                    "size",
                    String.valueOf(rule.words().size()),
                    needsWords ? "1.." + MOST_WORDS : "0",
                    needsWords ? "A rule has 1 to 30 words." : "A rule for any message has no words."));
        }
        rule.words().forEach(word -> WORD.check(word).ifPresent(errors::add));
        if (rule.bodies().isEmpty() || rule.bodies().size() > MOST_BODIES) {
            errors.add(new FieldRefusal(
                    "bodies",
                    "size",
                    String.valueOf(rule.bodies().size()),
                    "1.." + MOST_BODIES,
                    "A rule answers with 1 to 5 messages."));
        }
        return errors;
    }

    private static <T> Outcome<T> unknown() {
        return new Outcome.Refused<>(Refusal.of("not-found", "answer-rule.id", "There is no such rule."));
    }
}
