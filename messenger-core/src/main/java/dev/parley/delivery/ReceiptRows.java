package dev.parley.delivery;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.PartyRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tables {@code receipt} and {@code inbox_handled}; statements only, the rules are in {@link Receipts}. */
@Component
class ReceiptRows {
    /** What a write has changed. */
    record Advanced(Acknowledgement acknowledgement, ReceiptState before, ReceiptState now) {}

    private record Key(UUID conversation, UUID party) {}

    private final JdbcTemplate jdbc;

    ReceiptRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Moves receipts forward; returns only those that have moved. */
    List<Advanced> advance(Collection<Acknowledgement> acknowledgements) {
        var byKey = new HashMap<Key, Acknowledgement>();
        acknowledgements.forEach(
                one -> byKey.put(new Key(one.conversation().value(), one.by().id()), one));
        var conversations =
                acknowledgements.stream().map(one -> one.conversation().value()).toArray(UUID[]::new);
        var parties = acknowledgements.stream().map(one -> one.by().id()).toArray(UUID[]::new);
        var delivered =
                acknowledgements.stream().map(Acknowledgement::delivered).toArray(Long[]::new);
        var displayed =
                acknowledgements.stream().map(Acknowledgement::displayed).toArray(Long[]::new);
        var advanced = new ArrayList<Advanced>();
        jdbc.query(
                """
                insert into receipt as r (conversation_id, party_id, delivered, displayed)
                select conversation_id, party_id, delivered, displayed
                from unnest(?, ?, ?, ?) as news (conversation_id, party_id, delivered, displayed)
                order by conversation_id, party_id
                on conflict (conversation_id, party_id) do update
                set delivered = greatest(r.delivered, excluded.delivered),
                    displayed = greatest(r.displayed, excluded.displayed)
                where excluded.delivered > r.delivered or excluded.displayed > r.displayed
                returning conversation_id, party_id, delivered, displayed,
                    coalesce(old.delivered, 0) as delivered_before, coalesce(old.displayed, 0) as displayed_before""",
                ps -> {
                    var connection = ps.getConnection();
                    ps.setArray(1, connection.createArrayOf("uuid", conversations));
                    ps.setArray(2, connection.createArrayOf("uuid", parties));
                    ps.setArray(3, connection.createArrayOf("int8", delivered));
                    ps.setArray(4, connection.createArrayOf("int8", displayed));
                },
                rs -> {
                    var key =
                            new Key(rs.getObject("conversation_id", UUID.class), rs.getObject("party_id", UUID.class));
                    var acknowledgement = byKey.get(key);
                    if (acknowledgement != null) {
                        advanced.add(new Advanced(
                                acknowledgement,
                                new ReceiptState(rs.getLong("delivered_before"), rs.getLong("displayed_before")),
                                new ReceiptState(rs.getLong("delivered"), rs.getLong("displayed"))));
                    }
                });
        return advanced;
    }

    void advanceHandled(Map<PartyRef, Long> positions) {
        var parties = positions.keySet().stream().map(PartyRef::id).toArray(UUID[]::new);
        var sequences = positions.values().toArray(Long[]::new);
        jdbc.update("""
                insert into inbox_handled as h (party_id, sequence)
                select party_id, sequence from unnest(?, ?) as news (party_id, sequence) order by party_id
                on conflict (party_id) do update set sequence = excluded.sequence
                where excluded.sequence > h.sequence""", ps -> {
            ps.setArray(1, ps.getConnection().createArrayOf("uuid", parties));
            ps.setArray(2, ps.getConnection().createArrayOf("int8", sequences));
        });
    }

    long handled(PartyRef party) {
        var found = jdbc.queryForList("select sequence from inbox_handled where party_id = ?", Long.class, party.id());
        return found.isEmpty() ? 0 : found.getFirst();
    }

    Map<ConversationId, Map<UUID, ReceiptState>> find(Collection<ConversationId> conversations) {
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        var found = HashMap.<ConversationId, Map<UUID, ReceiptState>>newHashMap(ids.length);
        jdbc.query(
                "select conversation_id, party_id, delivered, displayed from receipt where conversation_id = any (?)",
                ps -> ps.setArray(1, ps.getConnection().createArrayOf("uuid", ids)),
                rs -> {
                    found.computeIfAbsent(
                                    new ConversationId(rs.getObject("conversation_id", UUID.class)),
                                    _ -> new HashMap<>())
                            .put(
                                    rs.getObject("party_id", UUID.class),
                                    new ReceiptState(rs.getLong("delivered"), rs.getLong("displayed")));
                });
        return found;
    }
}
