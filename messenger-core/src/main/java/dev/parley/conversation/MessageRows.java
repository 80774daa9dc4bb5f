package dev.parley.conversation;

import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.SentKey;
import dev.parley.kernel.BinaryCopy;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code message} and its sequence; statements only. */
@Component
class MessageRows {
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

    private static final int BYTES_PER_MESSAGE = 320;

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final ObjectWriter bodies;

    MessageRows(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.bodies = json.writerFor(MessageBody.class);
    }

    /** The next sequences, rising. */
    long[] nextSequences(int count) {
        return Objects.requireNonNull(jdbc.query(
                "select array_agg(nextval('message_sequence')) from generate_series(1, ?)",
                ps -> ps.setInt(1, count),
                rs -> {
                    rs.next();
                    return Arrays.stream((Long[]) rs.getArray(1).getArray())
                            .mapToLong(Long::longValue)
                            .sorted()
                            .toArray();
                }));
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

    void insert(Collection<Message> messages) {
        var copy = new BinaryCopy(messages.size() * BYTES_PER_MESSAGE);
        for (var message : messages) {
            var author = message.author();
            copy.row(8)
                    .uuid(message.conversation().value())
                    .bigint(message.sequence())
                    .uuid(message.id().value())
                    .uuid(message.sender().party().id())
                    .uuid(author == null ? null : author.value())
                    .bool(message.automatic())
                    .timestamptz(message.sentAt())
                    .jsonb(bodies.writeValueAsBytes(message.body()));
        }
        copy.into(jdbc, "message (conversation_id, sequence, id, sender_id, author_id, automatic, sent_at, body)");
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

    /** The rows of what was sent under keys. */
    Map<SentKey, Row> sent(Map<SentKey, MessageArrived> sent) {
        var keys = new HashMap<MessageKey, SentKey>();
        sent.forEach((key, arrived) -> keys.put(new MessageKey(arrived.conversation(), arrived.sequence()), key));
        var rows = new HashMap<SentKey, Row>();
        for (var row : at(keys.keySet())) {
            rows.put(Objects.requireNonNull(keys.get(new MessageKey(row.conversation(), row.sequence()))), row);
        }
        return rows;
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
