package dev.parley.delivery;

import dev.parley.delivery.EntryContent.Acknowledged;
import dev.parley.delivery.EntryContent.Changed;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tables {@code inbox_head} and {@code inbox_entry}; statements only, the rules are in {@link Inboxes}. */
@Component
class EntryRows {
    private static final short MESSAGE = 1;
    private static final short ACKNOWLEDGED = 2;
    private static final short CHANGED = 3;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    EntryRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Locks heads in the order of their ids and returns those that exist. */
    List<UUID> lock(UUID[] parties) {
        return jdbc.query(
                "select party_id from inbox_head where party_id = any (?) order by party_id for update",
                ps -> uuids(ps, 1, parties),
                (rs, _) -> id(rs, "party_id"));
    }

    void createHeads(UUID[] parties) {
        jdbc.update("""
                insert into inbox_head (party_id, last_sequence)
                select id, 0 from unnest(?) as new (id) order by id
                on conflict do nothing""", ps -> uuids(ps, 1, parties));
    }

    /** Moves heads forward and returns their new positions. */
    Map<UUID, Long> advance(Map<UUID, Integer> steps) {
        var parties = new UUID[steps.size()];
        var counts = new Integer[steps.size()];
        var i = 0;
        for (var step : steps.entrySet()) {
            parties[i] = step.getKey();
            counts[i++] = step.getValue();
        }
        var positions = HashMap.<UUID, Long>newHashMap(parties.length);
        jdbc.query(
                """
                update inbox_head h set last_sequence = h.last_sequence + step.count
                from unnest(?, ?) as step (party_id, count)
                where h.party_id = step.party_id
                returning h.party_id, h.last_sequence""",
                ps -> {
                    uuids(ps, 1, parties);
                    ps.setArray(2, ps.getConnection().createArrayOf("int4", counts));
                },
                rs -> {
                    positions.put(id(rs, "party_id"), rs.getLong("last_sequence"));
                });
        return positions;
    }

    void insert(List<InboxEntry> entries) {
        var size = entries.size();
        var parties = new UUID[size];
        var sequences = new Long[size];
        var kinds = new Short[size];
        var conversations = new @Nullable UUID[size];
        var messages = new @Nullable Long[size];
        var subjects = new @Nullable String[size];
        var payloads = new @Nullable String[size];
        var superseding = new ArrayList<InboxEntry>();
        for (var i = 0; i < size; i++) {
            var entry = entries.get(i);
            parties[i] = entry.party().id();
            sequences[i] = entry.sequence();
            switch (entry.content()) {
                case MessageArrived(var conversation, var sequence) -> {
                    kinds[i] = MESSAGE;
                    conversations[i] = conversation.value();
                    messages[i] = sequence;
                }
                case Acknowledged acknowledged -> {
                    kinds[i] = ACKNOWLEDGED;
                    conversations[i] = acknowledged.conversation().value();
                    payloads[i] = json.writeValueAsString(acknowledged);
                }
                case Changed changed -> {
                    kinds[i] = CHANGED;
                    payloads[i] = json.writeValueAsString(changed);
                }
            }
            subjects[i] = subject(entry.content());
            if (subjects[i] != null) {
                superseding.add(entry);
            }
        }
        deleteSuperseded(superseding);
        jdbc.update("""
                insert into inbox_entry (party_id, sequence, kind, conversation_id, message_sequence, subject, payload)
                select party_id, sequence, kind, conversation_id, message_sequence, subject, payload::jsonb
                from unnest(?, ?, ?, ?, ?, ?, ?)
                    as e (party_id, sequence, kind, conversation_id, message_sequence, subject, payload)""", ps -> {
            var connection = ps.getConnection();
            uuids(ps, 1, parties);
            ps.setArray(2, connection.createArrayOf("int8", sequences));
            ps.setArray(3, connection.createArrayOf("int2", kinds));
            ps.setArray(4, connection.createArrayOf("uuid", conversations));
            ps.setArray(5, connection.createArrayOf("int8", messages));
            ps.setArray(6, connection.createArrayOf("text", subjects));
            ps.setArray(7, connection.createArrayOf("text", payloads));
        });
    }

    List<InboxEntry> read(PartyRef party, long after, int limit) {
        return jdbc.query(
                """
                select sequence, kind, conversation_id, message_sequence, payload from inbox_entry
                where party_id = ? and sequence > ? order by sequence limit ?""",
                (rs, _) -> new InboxEntry(party, rs.getLong("sequence"), content(rs), null),
                party.id(),
                after,
                limit);
    }

    /** The newest sequences of several inboxes; those without an entry are left out. */
    Map<UUID, Long> newest(UUID[] parties) {
        var newest = HashMap.<UUID, Long>newHashMap(parties.length);
        jdbc.query(
                "select party_id, last_sequence from inbox_head where party_id = any (?)",
                ps -> uuids(ps, 1, parties),
                rs -> {
                    newest.put(id(rs, "party_id"), rs.getLong("last_sequence"));
                });
        return newest;
    }

    /** What an entry is about, when a later one about the same makes it superfluous. */
    static @Nullable String subject(EntryContent content) {
        return switch (content) {
            case MessageArrived _ -> null;
            case Acknowledged receipt -> "receipt " + receipt.conversation() + " " + receipt.by();
            case Changed(var what, var id) -> id == null ? what.wireName() : what.wireName() + " " + id;
        };
    }

    private void deleteSuperseded(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var parties = entries.stream().map(entry -> entry.party().id()).toArray(UUID[]::new);
        var subjects = entries.stream().map(entry -> subject(entry.content())).toArray();
        jdbc.update("""
                delete from inbox_entry e using unnest(?, ?) as later (party_id, subject)
                where e.party_id = later.party_id and e.subject = later.subject and e.subject is not null""", ps -> {
            uuids(ps, 1, parties);
            ps.setArray(2, ps.getConnection().createArrayOf("text", subjects));
        });
    }

    private EntryContent content(ResultSet rs) throws SQLException {
        return switch (rs.getShort("kind")) {
            case MESSAGE ->
                new MessageArrived(new ConversationId(id(rs, "conversation_id")), rs.getLong("message_sequence"));
            case ACKNOWLEDGED -> json.readValue(rs.getString("payload"), Acknowledged.class);
            case CHANGED -> json.readValue(rs.getString("payload"), Changed.class);
            default -> throw new IllegalStateException("unknown kind of inbox entry " + rs.getShort("kind"));
        };
    }

    private static UUID id(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    private static void uuids(PreparedStatement ps, int index, UUID[] values) throws SQLException {
        ps.setArray(index, ps.getConnection().createArrayOf("uuid", values));
    }
}
