package dev.parley.contact;

import static java.util.stream.Collectors.toMap;

import dev.parley.kernel.Ids;
import dev.parley.kernel.Page;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.PlainText;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What users told the operators (table {@code report}, kept). */
@Service
public class Reports {
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_COMMENT = 1_000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reports a party. A repetition on the same day (UTC) for the same reason is the same report, with its first comment. A comment is cut to 1,000
     * characters.
     */
    @Transactional
    public Report report(UserId by, PartyRef party, ReportReason reason, @Nullable String comment) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var asKept = PlainText.upTo(LONGEST_COMMENT, PlainText.line(comment));
        var added = jdbc.sql("""
                        insert into report (id, by_id, party_kind, party_id, reason, comment, at, day)
                        values (:id, :by, :kind, :party, :reason, :comment, :now, :today) on conflict do nothing""")
                .param("id", Ids.next())
                .param("by", by.value())
                .param("kind", party.kind())
                .param("party", party.id())
                .param("reason", word(reason))
                .param("comment", asKept.isEmpty() ? null : asKept)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .update();
        if (added > 0) {
            events.publishEvent(new PartyReported(by, party, reason, now));
        }
        return jdbc.sql("""
                        select * from report
                        where by_id = :by and party_kind = :kind and party_id = :party and reason = :reason and day = :today""")
                .param("by", by.value())
                .param("kind", party.kind())
                .param("party", party.id())
                .param("reason", word(reason))
                .param("today", today)
                .query(Reports::report)
                .single();
    }

    /** All reports, newest first; at most 200 a page. Throws {@link IllegalArgumentException} for a cursor that is none of its own. */
    public Page<Report> list(@Nullable String cursor, int limit) {
        var size = Math.clamp(limit, 1, LARGEST_PAGE);
        var before = cursor == null ? null : UUID.fromString(cursor);
        var found = jdbc.sql("""
                        select * from report
                        where cast(:before as uuid) is null or (at, id) < (select at, id from report where id = :before)
                        order by at desc, id desc limit :limit""")
                .param("before", before)
                .param("limit", size + 1)
                .query(Reports::report)
                .list();
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, size);
        return new Page<>(shown, shown.getLast().id().toString());
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("select count(*) from report").query(Long.class).single();
    }

    /** How many there are about each of these parties; 0 is left out. */
    public Map<PartyRef, Long> count(Collection<PartyRef> parties) {
        if (parties.isEmpty()) {
            return Map.of();
        }
        var asked = new HashSet<>(parties);
        return jdbc
                .sql(
                        "select party_kind, party_id, count(*) reports from report where party_id = any(:ids) group by party_kind, party_id")
                .param("ids", asked.stream().map(PartyRef::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new PartyRef(row.getString("party_kind"), row.getObject("party_id", UUID.class)),
                        row.getLong("reports")))
                .list()
                .stream()
                .filter(entry -> asked.contains(entry.getKey()))
                .collect(toMap(Entry::getKey, Entry::getValue));
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("by_id", UUID.class)),
                new PartyRef(row.getString("party_kind"), row.getObject("party_id", UUID.class)),
                ReportReason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getString("comment"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static String word(ReportReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
