package dev.parley.answer;

import dev.parley.account.OfficialAccountId;
import dev.parley.answer.AnswerRule.At;
import dev.parley.answer.AnswerRule.Trigger;
import dev.parley.conversation.MessageBody;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code answer_rule}. */
@Component
class RuleStore {
    private static final TypeReference<List<MessageBody>> BODIES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<AnswerRule> of(OfficialAccountId account) {
        return jdbc.sql("select * from answer_rule where account_id = ? order by position, rule_id")
                .param(account.value())
                .query((row, _) -> new AnswerRule(
                        row.getObject("rule_id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("enabled"),
                        Trigger.valueOf(row.getString("trigger").toUpperCase(Locale.ROOT)),
                        Arrays.asList((String[]) row.getArray("words").getArray()),
                        At.valueOf(row.getString("hours").toUpperCase(Locale.ROOT)),
                        json.readValue(row.getString("bodies"), BODIES)))
                .list();
    }

    /** A new rule stands last. */
    void insert(OfficialAccountId account, AnswerRule rule) {
        jdbc.sql("insert into answer_rule (account_id, rule_id, position, name, enabled, trigger, words, hours, bodies)"
                        + " values (?, ?, (select coalesce(max(position), 0) + 1 from answer_rule where account_id = ?),"
                        + " ?, ?, ?, ?, ?, cast(? as jsonb))")
                .params(
                        account.value(),
                        rule.id(),
                        account.value(),
                        rule.name(),
                        rule.enabled(),
                        rule.trigger().code(),
                        rule.words().toArray(String[]::new),
                        rule.hours().code(),
                        json(rule))
                .update();
    }

    void update(OfficialAccountId account, AnswerRule rule) {
        jdbc.sql("update answer_rule set name = ?, enabled = ?, trigger = ?, words = ?, hours = ?,"
                        + " bodies = cast(? as jsonb) where account_id = ? and rule_id = ?")
                .params(
                        rule.name(),
                        rule.enabled(),
                        rule.trigger().code(),
                        rule.words().toArray(String[]::new),
                        rule.hours().code(),
                        json(rule),
                        account.value(),
                        rule.id())
                .update();
    }

    void place(OfficialAccountId account, UUID rule, int position) {
        jdbc.sql("update answer_rule set position = ? where account_id = ? and rule_id = ?")
                .params(position, account.value(), rule)
                .update();
    }

    void delete(OfficialAccountId account, UUID rule) {
        jdbc.sql("delete from answer_rule where account_id = ? and rule_id = ?")
                .params(account.value(), rule)
                .update();
        jdbc.sql("delete from answer_given where account_id = ? and rule_id = ?")
                .params(account.value(), rule)
                .update();
    }

    private String json(AnswerRule rule) {
        return json.writerFor(BODIES).writeValueAsString(rule.bodies());
    }
}
