package dev.parley.audit;

import dev.parley.kernel.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit log: what operators and team members did, in one hash chain per stream (table {@code audit_entry}, its end in {@code audit_head}).
 * Entries are never changed and never removed. Whoever can rewrite a whole chain in the database can still be caught by comparing with an earlier
 * {@link #export}.
 */
@Service
public class AuditLog {
    /** Stream of what operators do. */
    public static final String OPERATOR = "operator";

    private static final int LARGEST_PAGE = 200;
    private static final int FETCH_SIZE = 500;
    private static final byte[] END_OF_LINE = {'\n'};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records an act in the caller's transaction (there must be one), so that the act and its entry stand or fall together. Acts on one stream
     * wait for each other until commit.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AuditEntry record(NewAuditEntry entry) {
        jdbc.sql(
                        "insert into audit_head (stream, last_sequence, last_hash) values (:stream, 0, :start) on conflict do nothing")
                .param("stream", entry.stream())
                .param("start", HashChain.START)
                .update();
        var head = lockHead(entry.stream());
        var sequence = head.sequence() + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL keeps it
        var hash = HashChain.hash(head.hash(), entry.stream(), sequence, at, entry);
        jdbc.sql("""
                        insert into audit_entry (stream, sequence, at, actor_id, actor_name, actor_role, action, subject_kind, subject_id,
                            subject_name, before, after, reason, previous_hash, hash)
                        values (:stream, :sequence, :at, :actorId, :actorName, :actorRole, :action, :subjectKind, :subjectId,
                            :subjectName, :before, :after, :reason, :previousHash, :hash)""")
                .param("stream", entry.stream())
                .param("sequence", sequence)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actorId", entry.actor().id())
                .param("actorName", entry.actor().name())
                .param("actorRole", entry.actor().role())
                .param("action", entry.action())
                .param("subjectKind", entry.subject().kind())
                .param("subjectId", entry.subject().id())
                .param("subjectName", entry.subject().name())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("reason", entry.reason())
                .param("previousHash", head.hash())
                .param("hash", hash)
                .update();
        jdbc.sql("update audit_head set last_sequence = :sequence, last_hash = :hash where stream = :stream")
                .param("sequence", sequence)
                .param("hash", hash)
                .param("stream", entry.stream())
                .update();
        return new AuditEntry(
                entry.stream(),
                sequence,
                at,
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.before(),
                entry.after(),
                entry.reason(),
                head.hash(),
                hash);
    }

    /** Entries of a stream, newest first; at most 200 a page. Throws {@link IllegalArgumentException} for a cursor that is none of its own. */
    @Transactional(readOnly = true)
    public Page<AuditEntry> page(String stream, @Nullable String cursor, int limit) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        var entries = jdbc.sql(
                        "select * from audit_entry where stream = :stream and sequence < :before order by sequence desc limit :limit")
                .param("stream", stream)
                .param("before", cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor))
                .param("limit", size + 1)
                .query(AuditLog::entry)
                .list();
        if (entries.size() <= size) {
            return new Page<>(entries, null);
        }
        var shown = entries.subList(0, size);
        return new Page<>(shown, Long.toString(shown.getLast().sequence()));
    }

    /** Computes the whole chain again and names the first entry that was changed, removed or added behind the log's back. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditState verify(String stream) {
        var head = jdbc.sql("select last_sequence, last_hash from audit_head where stream = :stream")
                .param("stream", stream)
                .query(AuditLog::head)
                .optional()
                .orElse(new Head(0, HashChain.START));
        var entries = 0L;
        var previousHash = HashChain.START;
        Long brokenAt = null;
        try (var chain = jdbc
                .sql("select * from audit_entry where stream = :stream order by sequence")
                .withFetchSize(FETCH_SIZE)
                .param("stream", stream)
                .query(AuditLog::entry)
                .stream()) {
            for (var entry : (Iterable<AuditEntry>) chain::iterator) {
                entries++;
                if (brokenAt == null && !HashChain.fits(entry, entries, previousHash)) {
                    brokenAt = entries;
                }
                previousHash = entry.hash();
            }
        }
        if (brokenAt == null && entries != head.sequence()) {
            brokenAt = Math.min(entries, head.sequence()) + 1;
        }
        if (brokenAt == null && !previousHash.equals(head.hash())) {
            brokenAt = Math.max(entries, 1); // the last entry and its hash were replaced, the head was not
        }
        return new AuditState(stream, entries, brokenAt);
    }

    /** Writes a stream, oldest first, one JSON object per line (UTF-8); does not close the output. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void export(String stream, OutputStream output) throws IOException {
        try (var chain = jdbc
                .sql("select * from audit_entry where stream = :stream order by sequence")
                .withFetchSize(FETCH_SIZE)
                .param("stream", stream)
                .query(AuditLog::entry)
                .stream()) {
            chain.forEach(entry -> {
                try {
                    output.write(json.writeValueAsBytes(entry));
                    output.write(END_OF_LINE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Head lockHead(String stream) {
        return jdbc.sql("select last_sequence, last_hash from audit_head where stream = :stream for update")
                .param("stream", stream)
                .query(AuditLog::head)
                .single();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("last_sequence"), row.getString("last_hash"));
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getString("stream"),
                row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new AuditActor(
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_name"),
                        row.getString("actor_role")),
                row.getString("action"),
                new AuditSubject(
                        row.getString("subject_kind"), row.getString("subject_id"), row.getString("subject_name")),
                row.getString("before"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private record Head(long sequence, String hash) {}
}
