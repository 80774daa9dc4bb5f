package dev.parley.delivery;

import dev.parley.delivery.EntryContent.Acknowledged;
import dev.parley.delivery.EntryContent.Changed;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.kernel.BinaryCopy;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private static final int BYTES_PER_ENTRY = 120;

    private static final String LOCK = "select count(pg_advisory_xact_lock(key)) from unnest(?) as locks (key);";
    private static final String OTHERS = """
            select asked.party_id from unnest(?) as asked (party_id)
            left join inbox_head h using (party_id) where h.writer is distinct from ?""";
    private static final String SENT = """
            select e.party_id, e.conversation_id, e.message_sequence, e.idempotency_key
            from unnest(?, ?) as asked (party_id, idempotency_key)
            join inbox_entry e using (party_id, idempotency_key)""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    EntryRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What was found under the locks.
     *
     * @param writtenByOthers parties to whose inboxes another writer was the last to append, or nobody yet
     */
    record Locked(Set<UUID> writtenByOthers, Map<SentKey, MessageArrived> sent) {}

    /** Locks inboxes until the end of the transaction, in an order that is the same for everybody, and looks; in one round trip. */
    Locked lock(Collection<UUID> parties, long writer, Collection<SentKey> keys) {
        var locks = parties.stream().map(EntryRows::lockKey).sorted().toArray(Long[]::new);
        var others = new HashSet<UUID>();
        var sent = new HashMap<SentKey, MessageArrived>();
        jdbc.execute(LOCK + OTHERS + (keys.isEmpty() ? "" : ";" + SENT), (PreparedStatement ps) -> {
            var connection = ps.getConnection();
            ps.setArray(1, connection.createArrayOf("int8", locks));
            uuids(ps, 2, parties.toArray(UUID[]::new));
            ps.setLong(3, writer);
            if (!keys.isEmpty()) {
                ask(ps, 4, keys);
            }
            ps.execute();
            ps.getMoreResults();
            try (var rows = ps.getResultSet()) {
                while (rows.next()) {
                    others.add(id(rows, "party_id"));
                }
            }
            if (!keys.isEmpty()) {
                ps.getMoreResults();
                try (var rows = ps.getResultSet()) {
                    sent.putAll(sent(rows, keys));
                }
            }
            return true;
        });
        return new Locked(others, sent);
    }

    /** Two parties under one key only wait for each other. */
    private static long lockKey(UUID party) {
        return party.getMostSignificantBits() * 31 + party.getLeastSignificantBits();
    }

    /** Notes who appends to inboxes. */
    void mark(Collection<UUID> parties, long writer) {
        if (parties.isEmpty()) {
            return;
        }
        jdbc.update("""
                insert into inbox_head as h (party_id, writer) select party_id, ? from unnest(?) as marked (party_id)
                on conflict (party_id) do update set writer = excluded.writer where h.writer <> excluded.writer""", ps -> {
            ps.setLong(1, writer);
            uuids(ps, 2, parties.toArray(UUID[]::new));
        });
    }

    /** What was sent under keys. */
    Map<SentKey, MessageArrived> sent(Collection<SentKey> keys) {
        return Objects.requireNonNull(jdbc.query(SENT, ps -> ask(ps, 1, keys), (ResultSet rows) -> sent(rows, keys)));
    }

    private static void ask(PreparedStatement ps, int position, Collection<SentKey> keys) throws SQLException {
        uuids(ps, position, keys.stream().map(key -> key.sender().id()).toArray(UUID[]::new));
        ps.setArray(
                position + 1,
                ps.getConnection()
                        .createArrayOf(
                                "text",
                                keys.stream().map(key -> key.key().value()).toArray()));
    }

    private static Map<SentKey, MessageArrived> sent(ResultSet rows, Collection<SentKey> keys) throws SQLException {
        Map<SentKey, MessageArrived> sent = new HashMap<>();
        Map<UUID, PartyRef> senders = new HashMap<>();
        while (rows.next()) {
            if (senders.isEmpty()) {
                keys.forEach(key -> senders.put(key.sender().id(), key.sender()));
            }
            var arrived = arrived(rows);
            var sender = senders.get(id(rows, "party_id"));
            if (sender != null && arrived.key() != null) {
                sent.put(new SentKey(sender, arrived.key()), arrived);
            }
        }
        return sent;
    }

    void insert(List<InboxEntry> entries) {
        deleteSuperseded(entries.stream()
                .filter(entry -> subject(entry.content()) != null)
                .toList());
        var copy = new BinaryCopy(entries.size() * BYTES_PER_ENTRY);
        for (var entry : entries) {
            copy.row(8).uuid(entry.party().id()).bigint(entry.sequence());
            switch (entry.content()) {
                case MessageArrived(var conversation, var sequence, var key) ->
                    copy.smallint(MESSAGE)
                            .uuid(conversation.value())
                            .bigint(sequence)
                            .text(null)
                            .jsonb(null)
                            .text(key == null ? null : key.value());
                case Acknowledged acknowledged ->
                    copy.smallint(ACKNOWLEDGED)
                            .uuid(acknowledged.conversation().value())
                            .bigint(null)
                            .text(subject(acknowledged))
                            .jsonb(json.writeValueAsBytes(acknowledged))
                            .text(null);
                case Changed changed ->
                    copy.smallint(CHANGED)
                            .uuid(null)
                            .bigint(null)
                            .text(subject(changed))
                            .jsonb(json.writeValueAsBytes(changed))
                            .text(null);
            }
        }
        copy.into(
                jdbc,
                "inbox_entry (party_id, sequence, kind, conversation_id, message_sequence, subject, payload,"
                        + " idempotency_key)");
    }

    List<InboxEntry> read(PartyRef party, long after, int limit) {
        return jdbc.query(
                """
                select sequence, kind, conversation_id, message_sequence, payload, idempotency_key from inbox_entry
                where party_id = ? and sequence > ? order by sequence limit ?""",
                (rs, _) -> new InboxEntry(party, rs.getLong("sequence"), content(rs), null),
                party.id(),
                after,
                limit);
    }

    /** The newest sequences of several inboxes; those without an entry are left out. */
    Map<UUID, Long> newest(UUID[] parties) {
        var newest = HashMap.<UUID, Long>newHashMap(parties.length);
        jdbc.query("""
                select asked.party_id, newest.sequence from unnest(?) as asked (party_id)
                cross join lateral (
                    select e.sequence from inbox_entry e where e.party_id = asked.party_id
                    order by e.sequence desc limit 1) as newest""", ps -> uuids(ps, 1, parties), rs -> {
            newest.put(id(rs, "party_id"), rs.getLong("sequence"));
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

    private static MessageArrived arrived(ResultSet rs) throws SQLException {
        var key = rs.getString("idempotency_key");
        return new MessageArrived(
                new ConversationId(id(rs, "conversation_id")),
                rs.getLong("message_sequence"),
                key == null ? null : new IdempotencyKey(key));
    }

    private EntryContent content(ResultSet rs) throws SQLException {
        return switch (rs.getShort("kind")) {
            case MESSAGE -> arrived(rs);
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
