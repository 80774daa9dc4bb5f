package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.Follows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers that take a walk through all follows of an account. For a large account they are kept for an hour, table {@code insight_report}; for
 * a small one they are made anew each time.
 */
@Component
class KeptReports {
    private static final long LARGE = 20_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Follows follows;
    private final FollowActs acts;
    private final JsonMapper json;
    private final Clock clock;

    KeptReports(JdbcClient jdbc, Follows follows, FollowActs acts, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.follows = follows;
        this.acts = acts;
        this.json = json;
        this.clock = clock;
    }

    private record Kept(Instant madeAt, String content) {}

    <T> T of(OfficialAccountId account, String name, Class<T> type, Supplier<T> make) {
        var kept = jdbc.sql("select made_at, content from insight_report where account_id = ? and name = ?")
                .params(account.value(), name)
                .query((row, _) ->
                        new Kept(row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("content")))
                .optional();
        if (kept.isPresent()) {
            if (kept.get().madeAt().isBefore(clock.instant().minus(KEPT))) {
                // Yesterday's figures at once are better than today's in a second; the next who asks gets them.
                Thread.ofVirtual().name("insight-report").start(() -> keep(account, name, make.get()));
            }
            return json.readValue(kept.get().content(), type);
        }
        var made = make.get();
        if (follows.count(account) >= LARGE) {
            keep(account, name, made);
        }
        return made;
    }

    Map<ActKind, Long> acts(OfficialAccountId account, Instant from, Instant until) {
        return acts.counts(account, from, until);
    }

    private void keep(OfficialAccountId account, String name, Object content) {
        jdbc.sql("""
                        insert into insight_report (account_id, name, made_at, content) values (?, ?, ?, ?::jsonb)
                        on conflict (account_id, name) do update set
                            made_at = excluded.made_at, content = excluded.content""")
                .params(
                        account.value(),
                        name,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        json.writeValueAsString(content))
                .update();
    }
}
