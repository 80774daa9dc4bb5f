package dev.parley.e2e.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database holds of messages and inboxes. @param messages by conversation and sequence @param inboxes by user */
record Stored(List<Message> messages, Map<String, Inbox> inboxes) {
    /** A row. */
    record Message(String conversation, long sequence, String id, String sender, String key, String text) {}

    /** @param last the number that was handed out last @param entries in rising order */
    record Inbox(long last, List<Entry> entries) {}

    /** @param message sequence of the message that came, 0 for other news */
    record Entry(long sequence, long message) {
        boolean isMessage() {
            return message != 0;
        }
    }

    /** Reads everything, as of one moment. */
    static Stored read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var messages = new ArrayList<Message>();
        var inboxes = new HashMap<String, Inbox>();
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            try (var rows = statement.executeQuery("""
                    select m.conversation_id, m.sequence, m.id, m.sender_id, sent.idempotency_key, m.body ->> 'text' as text
                    from message m
                    left join inbox_entry sent on sent.party_id = m.sender_id and sent.conversation_id = m.conversation_id
                        and sent.message_sequence = m.sequence
                    order by m.conversation_id, m.sequence""")) {
                while (rows.next()) {
                    messages.add(new Message(
                            rows.getString("conversation_id"),
                            rows.getLong("sequence"),
                            rows.getString("id"),
                            rows.getString("sender_id"),
                            String.valueOf(rows.getString("idempotency_key")),
                            String.valueOf(rows.getString("text"))));
                }
            }
            try (var rows = statement.executeQuery(
                    "select party_id, max(sequence) as last_sequence from inbox_entry group by party_id")) {
                while (rows.next()) {
                    inboxes.put(
                            rows.getString("party_id"), new Inbox(rows.getLong("last_sequence"), new ArrayList<>()));
                }
            }
            try (var rows = statement.executeQuery("""
                    select party_id, sequence, coalesce(message_sequence, 0) as message from inbox_entry
                    order by party_id, sequence""")) {
                while (rows.next()) {
                    inboxes.computeIfAbsent(rows.getString("party_id"), _ -> new Inbox(0, new ArrayList<>()))
                            .entries()
                            .add(new Entry(rows.getLong("sequence"), rows.getLong("message")));
                }
            }
        } finally {
            connection.rollback();
        }
        return new Stored(messages, inboxes);
    }
}
