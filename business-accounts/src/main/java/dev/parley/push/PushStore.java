package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.MessageBody;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The push messages, table {@code push_message}: one row per release, keyed by account and sequence, never changed. Rows
 * are written under {@link PushOrder}, so what is visible has no gap that could still be filled.
 */
@Repository
class PushStore {
    private static final String COLUMNS =
            "account_id, sequence, id, body, audience_size, released_by, released_by_name, released_at";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PushStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A stored push message with the hash of the request that made it. */
    record Stored(PushMessage push, byte[] requestHash) {}

    /**
     * What several accounts released after a place, and what is needed to judge it.
     *
     * @param found rising, at most as many as asked for
     * @param earlier of each account with something found: its releases of the {@link #CONTEXT_DAYS} days before
     */
    record Found(List<PushMessage> found, Map<OfficialAccountId, List<Release>> earlier) {}

    /** More than a calendar month, in any zone. */
    static final int CONTEXT_DAYS = 33;

    void insert(PushMessage push, IdempotencyKey key, byte[] requestHash) {
        jdbc.sql("insert into push_message (" + COLUMNS + ", audience, idempotency_key, request_hash)"
                        + " values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, 'all', ?, ?)")
                .param(push.account().value())
                .param(push.sequence())
                .param(push.id().value())
                .param(json.writerFor(MessageBody.class).writeValueAsString(push.body()))
                .param(push.audience())
                .param(push.releasedBy().value())
                .param(push.releasedByName())
                .param(time(push.releasedAt()))
                .param(key.value())
                .param(requestHash)
                .update();
    }

    Optional<Stored> byKey(OfficialAccountId account, UserId by, IdempotencyKey key) {
        return jdbc.sql("select " + COLUMNS + ", request_hash from push_message"
                        + " where account_id = ? and released_by = ? and idempotency_key = ?")
                .param(account.value())
                .param(by.value())
                .param(key.value())
                .query((row, _) -> new Stored(push(row), row.getBytes("request_hash")))
                .optional();
    }

    Optional<PushMessage> find(OfficialAccountId account, MessageId id) {
        return jdbc.sql("select " + COLUMNS + " from push_message where account_id = ? and id = ?")
                .param(account.value())
                .param(id.value())
                .query((row, _) -> push(row))
                .optional();
    }

    Optional<PushMessage> at(OfficialAccountId account, long sequence) {
        return jdbc.sql("select " + COLUMNS + " from push_message where account_id = ? and sequence = ?")
                .param(account.value())
                .param(sequence)
                .query((row, _) -> push(row))
                .optional();
    }

    List<PushMessage> find(Collection<MessageId> ids) {
        return jdbc.sql("select " + COLUMNS + " from push_message where id = any(?)")
                .param(ids.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((row, _) -> push(row))
                .list();
    }

    /** Below a sequence, newest first. */
    List<PushMessage> before(OfficialAccountId account, long before, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from push_message where account_id = ? and sequence < ? order by sequence desc limit ?")
                .param(account.value())
                .param(before)
                .param(limit)
                .query((row, _) -> push(row))
                .list();
    }

    long countSince(Instant since) {
        return jdbc.sql("select count(*) from push_message where released_at >= ?")
                .param(time(since))
                .query(Long.class)
                .single();
    }

    /** Released since a time, rising. */
    List<PushMessage> since(Collection<OfficialAccountId> accounts, Instant since) {
        return jdbc.sql("select " + COLUMNS
                        + " from push_message where account_id = any(?) and released_at >= ? order by sequence")
                .param(ids(accounts))
                .param(time(since))
                .query((row, _) -> push(row))
                .list();
    }

    /** What one account released since a time, below a sequence, rising. */
    List<Release> releases(OfficialAccountId account, Instant since, long before) {
        return jdbc.sql("""
                        select sequence, released_at from push_message
                        where account_id = ? and released_at >= ? and sequence < ? order by sequence""")
                .param(account.value())
                .param(time(since))
                .param(before)
                .query((row, _) -> release(row))
                .list();
    }

    /** The newest releases of each account, at most so many of each, rising; accounts without any are left out. */
    Map<OfficialAccountId, List<Release>> newest(Collection<OfficialAccountId> accounts, int each) {
        var releases = new HashMap<OfficialAccountId, List<Release>>();
        jdbc.sql("""
                        select push.account_id, push.sequence, push.released_at
                        from unnest(?) as account(id) cross join lateral (
                            select account_id, sequence, released_at from push_message
                            where account_id = account.id order by sequence desc limit ?) push
                        order by push.sequence""").param(ids(accounts)).param(each).query((RowCallbackHandler) row ->
                releases.computeIfAbsent(account(row), _ -> new ArrayList<>()).add(release(row)));
        return releases;
    }

    /** The push messages at these places. */
    List<PushMessage> at(Collection<Long> sequences) {
        return jdbc.sql("select " + COLUMNS + " from push_message where sequence = any(?)")
                .param(sequences.toArray(Long[]::new))
                .query((row, _) -> push(row))
                .list();
    }

    /** What all accounts released after a sequence, up to another, rising. */
    List<PushMessage> ofAll(long after, long through, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from push_message where sequence > ? and sequence <= ? order by sequence limit ?")
                .param(after)
                .param(through)
                .param(limit)
                .query((row, _) -> push(row))
                .list();
    }

    /** The newest sequence below another, 0 when there is none. */
    long newestBefore(long sequence) {
        return jdbc.sql("select coalesce(max(sequence), 0) from push_message where sequence < ?")
                .param(sequence)
                .query(Long.class)
                .single();
    }

    /** The newest sequence of all accounts, 0 before the first release. */
    long newest() {
        return jdbc.sql("select coalesce(max(sequence), 0) from push_message")
                .query(Long.class)
                .single();
    }

    /** The newest sequence of one account, 0 before its first release. */
    long newest(OfficialAccountId account) {
        return jdbc.sql("select coalesce(max(sequence), 0) from push_message where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    /** What these accounts released after one sequence and up to another. */
    Found between(Collection<OfficialAccountId> accounts, long after, long through, int limit) {
        var found = new ArrayList<PushMessage>();
        var earlier = new HashMap<OfficialAccountId, List<Release>>();
        jdbc.sql("""
                        with found as materialized (
                            select push.account_id, push.sequence, push.released_at
                            from unnest(?) as account(id) cross join lateral (
                                select account_id, sequence, released_at from push_message
                                where account_id = account.id and sequence > ? and sequence <= ?
                                order by sequence limit ?) push
                            order by push.sequence limit ?),
                        first as (
                            select account_id, min(sequence) as sequence, min(released_at) as released_at
                            from found group by account_id)
                        select push.account_id, push.sequence, push.released_at, null::uuid as id, null::jsonb as body,
                            null::bigint as audience_size, null::uuid as released_by, null as released_by_name
                        from first join push_message push on push.account_id = first.account_id
                            and push.sequence < first.sequence
                            and push.released_at >= first.released_at - make_interval(days => ?)
                        union all
                        select push.account_id, push.sequence, push.released_at, push.id, push.body,
                            push.audience_size, push.released_by, push.released_by_name
                        from found join push_message push using (account_id, sequence)
                        order by sequence""")
                .param(ids(accounts))
                .param(after)
                .param(through)
                .param(limit)
                .param(limit)
                .param(CONTEXT_DAYS)
                .query((RowCallbackHandler) row -> {
                    if (row.getObject("id") == null) {
                        earlier.computeIfAbsent(account(row), _ -> new ArrayList<>())
                                .add(release(row));
                    } else {
                        found.add(push(row));
                    }
                });
        return new Found(found, earlier);
    }

    private PushMessage push(ResultSet row) throws SQLException {
        return new PushMessage(
                new MessageId(row.getObject("id", UUID.class)),
                account(row),
                row.getLong("sequence"),
                json.readValue(row.getString("body"), MessageBody.class),
                row.getLong("audience_size"),
                new UserId(row.getObject("released_by", UUID.class)),
                row.getString("released_by_name"),
                releasedAt(row));
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(row.getLong("sequence"), releasedAt(row));
    }

    private static OfficialAccountId account(ResultSet row) throws SQLException {
        return new OfficialAccountId(row.getObject("account_id", UUID.class));
    }

    private static Instant releasedAt(ResultSet row) throws SQLException {
        return row.getObject("released_at", OffsetDateTime.class).toInstant();
    }

    private static UUID[] ids(Collection<OfficialAccountId> accounts) {
        return accounts.stream().map(OfficialAccountId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
