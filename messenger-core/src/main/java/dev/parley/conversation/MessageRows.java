package dev.parley.conversation;

import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code message} and its sequence; statements only. */
@Component
class MessageRows {
    /** A sender's key. */
    record SenderKey(UUID sender, String key) {
        static SenderKey of(PartyRef sender, IdempotencyKey key) {
            return new SenderKey(sender.id(), key.value());
        }
    }

    /** A message that is to be written under a key. */
    record NewMessage(Message message, IdempotencyKey key) {}

    /** A row as it stands, before somebody who knows the members makes a message of it. */
    record Row(
            MessageId id,
            ConversationId conversation,
            long sequence,
            UUID sender,
            @Nullable UserId author,
            boolean automatic,
            Instant sentAt,
            MessageBody body) {
        Message sentBy(Member member) {
            return new Message(id, conversation, sequence, member, author, automatic, sentAt, body, null);
        }
    }

    static final String COLUMNS =
            "m.conversation_id, m.sequence, m.id, m.sender_id, m.author_id, m.automatic, m.sent_at, m.body";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    MessageRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those of the keys under which a message stands already. */
    Map<SenderKey, Row> find(Collection<SenderKey> keys) {
        var senders = keys.stream().map(SenderKey::sender).toArray(UUID[]::new);
        var names = keys.stream().map(SenderKey::key).toArray(String[]::new);
        var found = new HashMap<SenderKey, Row>();
        jdbc.query(
                "select m.idempotency_key, " + COLUMNS + """
                         from unnest(?, ?) as asked (sender_id, idempotency_key)
                        join message m using (sender_id, idempotency_key)""",
                ps -> {
                    ps.setArray(1, ps.getConnection().createArrayOf("uuid", senders));
                    ps.setArray(2, ps.getConnection().createArrayOf("text", names));
                },
                rs -> {
                    var row = row(rs);
                    found.put(new SenderKey(row.sender(), rs.getString("idempotency_key")), row);
                });
        return found;
    }

    /** The next sequences, rising. */
    List<Long> nextSequences(int count) {
        return jdbc
                .queryForList("select nextval('message_sequence') from generate_series(1, ?)", Long.class, count)
                .stream()
                .sorted()
                .toList();
    }

    /** The sequence that was handed out last. */
    long newestSequence() {
        return Objects.requireNonNullElse(
                jdbc.queryForObject("select last_value from message_sequence", Long.class), 0L);
    }

    long countSince(Instant since) {
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select count(*) from message where sent_at >= ?", Long.class, since.atOffset(ZoneOffset.UTC)),
                0L);
    }

    void insert(List<NewMessage> messages) {
        var size = messages.size();
        var conversations = new UUID[size];
        var sequences = new Long[size];
        var ids = new UUID[size];
        var senders = new UUID[size];
        var authors = new @Nullable UUID[size];
        var automatics = new Boolean[size];
        var keys = new String[size];
        var times = new OffsetDateTime[size];
        var bodies = new String[size];
        for (var i = 0; i < size; i++) {
            var message = messages.get(i).message();
            var author = message.author();
            conversations[i] = message.conversation().value();
            sequences[i] = message.sequence();
            ids[i] = message.id().value();
            senders[i] = message.sender().party().id();
            authors[i] = author == null ? null : author.value();
            automatics[i] = message.automatic();
            keys[i] = messages.get(i).key().value();
            times[i] = message.sentAt().atOffset(ZoneOffset.UTC);
            bodies[i] = json.writerFor(MessageBody.class).writeValueAsString(message.body());
        }
        jdbc.update("""
                insert into message
                    (conversation_id, sequence, id, sender_id, author_id, automatic, idempotency_key, sent_at, body)
                select conversation_id, sequence, id, sender_id, author_id, automatic, idempotency_key, sent_at, body::jsonb
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as new
                    (conversation_id, sequence, id, sender_id, author_id, automatic, idempotency_key, sent_at, body)""", ps -> {
            var connection = ps.getConnection();
            ps.setArray(1, connection.createArrayOf("uuid", conversations));
            ps.setArray(2, connection.createArrayOf("int8", sequences));
            ps.setArray(3, connection.createArrayOf("uuid", ids));
            ps.setArray(4, connection.createArrayOf("uuid", senders));
            ps.setArray(5, connection.createArrayOf("uuid", authors));
            ps.setArray(6, connection.createArrayOf("bool", automatics));
            ps.setArray(7, connection.createArrayOf("text", keys));
            ps.setArray(8, connection.createArrayOf("timestamptz", times));
            ps.setArray(9, connection.createArrayOf("text", bodies));
        });
    }

    /** The newest rows of a conversation below a sequence, in falling order. */
    List<Row> before(ConversationId conversation, long sequence, int limit) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from message m where m.conversation_id = ? and m.sequence < ? order by m.sequence desc limit ?",
                (rs, _) -> row(rs),
                conversation.value(),
                sequence,
                limit);
    }

    /** The rows at these places, in rising order. */
    List<Row> at(Collection<MessageKey> places) {
        var conversations =
                places.stream().map(place -> place.conversation().value()).toArray(UUID[]::new);
        var sequences = places.stream().map(MessageKey::sequence).toArray(Long[]::new);
        return jdbc.query(
                "select " + COLUMNS + """
                         from unnest(?, ?) as asked (conversation_id, sequence)
                        join message m using (conversation_id, sequence) order by m.sequence""",
                ps -> {
                    ps.setArray(1, ps.getConnection().createArrayOf("uuid", conversations));
                    ps.setArray(2, ps.getConnection().createArrayOf("int8", sequences));
                },
                (rs, _) -> row(rs));
    }

    /** How many messages of others stand beyond what is displayed, counted up to a limit. */
    Map<ConversationId, Integer> unread(PartyRef party, Map<ConversationId, Long> displayed, int upTo) {
        var conversations =
                displayed.keySet().stream().map(ConversationId::value).toArray(UUID[]::new);
        var sequences = displayed.values().toArray(Long[]::new);
        var unread = new HashMap<ConversationId, Integer>();
        jdbc.query(
                """
                select asked.conversation_id, counted.unread
                from unnest(?, ?) as asked (conversation_id, displayed)
                cross join lateral (
                    select count(*) as unread from (
                        select 1 from message m
                        where m.conversation_id = asked.conversation_id and m.sequence > asked.displayed
                            and m.sender_id <> ?
                        limit ?) as beyond) as counted""",
                ps -> {
                    ps.setArray(1, ps.getConnection().createArrayOf("uuid", conversations));
                    ps.setArray(2, ps.getConnection().createArrayOf("int8", sequences));
                    ps.setObject(3, party.id());
                    ps.setInt(4, upTo);
                },
                rs -> {
                    unread.put(new ConversationId(rs.getObject("conversation_id", UUID.class)), rs.getInt("unread"));
                });
        return unread;
    }

    /** Reads {@link #COLUMNS}. */
    Row row(ResultSet rs) throws SQLException {
        var author = rs.getObject("author_id", UUID.class);
        return new Row(
                new MessageId(rs.getObject("id", UUID.class)),
                new ConversationId(rs.getObject("conversation_id", UUID.class)),
                rs.getLong("sequence"),
                rs.getObject("sender_id", UUID.class),
                author == null ? null : new UserId(author),
                rs.getBoolean("automatic"),
                rs.getObject("sent_at", OffsetDateTime.class).toInstant(),
                json.readValue(rs.getString("body"), MessageBody.class));
    }
}
