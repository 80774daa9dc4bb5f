package dev.parley;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Law 12 over the migrated schema: every table whose rows grow with what people do is keyed by a party, an account or a conversation, so
 * that it can be distributed by that key; no foreign key leaves a room. docs/scaling.md says the same in words. A new table must be put
 * into one of the two lists here.
 */
@SpringBootTest(classes = ParleyApplication.class)
class SchemaTests {
    /** Tables that are distributed, and by which column. */
    private static final Map<String, String> DISTRIBUTED = Map.ofEntries(
            entry("message", "conversation_id"),
            entry("receipt", "conversation_id"),
            entry("conversation_member", "conversation_id"),
            entry("inbox_head", "party_id"),
            entry("inbox_entry", "party_id"),
            entry("inbox_handled", "party_id"),
            entry("contact", "user_id"),
            entry("block", "user_id"),
            entry("dosage_choice", "user_id"),
            entry("digest_setting", "user_id"),
            entry("answer_to_repeat", "user_id"),
            entry("follower", "account_id"),
            entry("follow_window", "account_id"),
            entry("push_message", "account_id"),
            entry("push_view", "account_id"),
            entry("push_spread", "account_id"),
            entry("push_click", "account_id"),
            entry("push_hour", "account_id"),
            entry("push_link", "account_id"),
            entry("push_cost", "account_id"),
            entry("account_cost", "account_id"),
            entry("follow_act", "account_id"),
            entry("item_use", "account_id"),
            entry("insight_report", "account_id"),
            entry("release_restraint", "account_id"),
            entry("sanction", "account_id"),
            entry("appeal", "account_id"),
            entry("unfollow_reason", "account_id"),
            entry("account_quota", "account_id"),
            entry("desk_conversation", "account_id"),
            entry("desk_event", "account_id"),
            entry("desk_tag", "account_id"),
            entry("desk_setting", "account_id"),
            entry("desk_agent", "account_id"),
            entry("desk_words", "account_id"),
            entry("note", "account_id"),
            entry("note_mention", "account_id"),
            entry("canned_answer", "account_id"),
            entry("opening_hours", "account_id"),
            entry("care_case", "account_id"),
            entry("answer_rule", "account_id"),
            entry("answer_due", "account_id"),
            entry("answer_person", "account_id"),
            entry("answer_given", "account_id"),
            entry("article_page", "account_id"),
            entry("audit_head", "stream"),
            entry("audit_entry", "stream"));

    /** Keys of distributed tables that do not contain the column yet, and why the table can bear it. */
    private static final Map<String, String> KEYS_TO_CHANGE = Map.ofEntries(
            entry("push_message_by_sequence", "the sequence is unique by its generator; becomes a plain index"));

    /** Tables that stay on one node or are copied to all: they grow with people and companies, or hold only what is under way. */
    private static final Set<String> SMALL = Set.of(
            "app_user",
            "device",
            "setup_code",
            "contact_request",
            "report",
            "conversation",
            "media",
            "official_account",
            "team_member",
            "follow",
            "follow_ending",
            "score_rule",
            "webhook_endpoint",
            "webhook_delivery",
            "webhook_attempt",
            "socket_ticket",
            "event_publication");

    private final JdbcClient jdbc;

    @Autowired
    SchemaTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void everyTableIsEitherDistributedOrSmall() {
        var tables = new TreeSet<>(jdbc.sql("""
                        select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                        and relname not like 'flyway%'""").query(String.class).list());

        var listed = new TreeSet<>(DISTRIBUTED.keySet());
        listed.addAll(SMALL);
        assertThat(tables).isEqualTo(listed);
        assertThat(DISTRIBUTED.keySet()).doesNotContainAnyElementsOf(SMALL);
    }

    @Test
    void everyKeyOfADistributedTableContainsTheColumnByWhichItIsDistributed() {
        var wrong = new TreeMap<String, String>();
        jdbc.sql("""
                        select t.relname, i.relname, string_agg(a.attname, ',' order by k.place)
                        from pg_index x
                        join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                        cross join lateral unnest(x.indkey::int2[]) with ordinality as k (attnum, place)
                        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
                        where x.indisunique and t.relnamespace = 'public'::regnamespace
                        group by t.relname, i.relname""")
                .query((row, _) -> {
                    var by = DISTRIBUTED.get(row.getString(1));
                    if (by != null && !List.of(row.getString(3).split(",")).contains(by)) {
                        wrong.put(row.getString(2), row.getString(1) + " (" + row.getString(3) + ")");
                    }
                    return row.getString(2);
                })
                .list();

        assertThat(wrong.keySet()).as("%s", wrong).isEqualTo(KEYS_TO_CHANGE.keySet());
    }

    @Test
    void noForeignKeyLeavesItsRoom() {
        var rooms = rooms();
        var leaving = jdbc.sql("""
                        select c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c
                        where c.contype = 'f' and c.connamespace = 'public'::regnamespace""").query((row, _) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .filter(key -> !rooms.getOrDefault(key.getKey(), "?").equals(rooms.get(key.getValue())))
                .toList();

        assertThat(leaving).isEmpty();
    }

    /** Which room's migrations make which table. */
    private static Map<String, String> rooms() {
        var rooms = new HashMap<String, String>();
        var creation = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");
        for (var module : List.of("messenger-core", "business-accounts", "integrations", "web-gateway")) {
            var migrations = Path.of("..", module, "src/main/resources/db/migration");
            try (var files = Files.walk(migrations)) {
                files.filter(file -> file.toString().endsWith(".sql")).forEach(file -> {
                    var room = migrations.relativize(file).getName(0).toString();
                    creation.matcher(read(file)).results().forEach(found -> rooms.put(found.group(1), room));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rooms;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
