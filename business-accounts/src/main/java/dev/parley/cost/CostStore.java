package dev.parley.cost;

import dev.parley.account.OfficialAccountId;
import dev.parley.kernel.MessageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The estimates as they were made last, tables {@code push_cost} and {@code account_cost}. */
@Repository
class CostStore {
    private final JdbcClient jdbc;

    CostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(MessageId push, CostKind kind, Instant releasedAt, long shown, Estimate cost, double usual) {}

    /** @param estimatedAt when the estimate was made */
    record Whole(Instant estimatedAt, double halfWithinHours, double youngPerDay, double olderPerDay) {}

    record Score(double score, double margin) {}

    void put(OfficialAccountId account, List<Row> rows) {
        jdbc.sql("""
                        insert into push_cost (account_id, push_id, kind, released_at, shown, cost, margin, usual)
                        select ?, * from unnest(?, ?, ?::timestamptz[], ?, ?, ?, ?)
                        on conflict (account_id, push_id, kind) do update set
                            shown = excluded.shown, cost = excluded.cost, margin = excluded.margin, usual = excluded.usual""")
                .param(account.value())
                .param(rows.stream().map(row -> row.push().value()).toArray(UUID[]::new))
                .param(rows.stream().map(row -> row.kind().code()).toArray(String[]::new))
                .param(rows.stream().map(row -> row.releasedAt().toString()).toArray(String[]::new))
                .param(rows.stream().map(Row::shown).toArray(Long[]::new))
                .param(rows.stream().map(row -> row.cost().value()).toArray(Double[]::new))
                .param(rows.stream().map(row -> row.cost().margin()).toArray(Double[]::new))
                .param(rows.stream().map(Row::usual).toArray(Double[]::new))
                .update();
    }

    void put(OfficialAccountId account, Whole whole, @Nullable Score score) {
        jdbc.sql("""
                        insert into account_cost
                            (account_id, estimated_at, half_within_hours, young_per_day, older_per_day, score, margin)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (account_id) do update set estimated_at = excluded.estimated_at,
                            half_within_hours = excluded.half_within_hours, young_per_day = excluded.young_per_day,
                            older_per_day = excluded.older_per_day, score = excluded.score, margin = excluded.margin""")
                .param(account.value())
                .param(time(whole.estimatedAt()))
                .param(whole.halfWithinHours())
                .param(whole.youngPerDay())
                .param(whole.olderPerDay())
                .param(score == null ? null : score.score())
                .param(score == null ? null : score.margin())
                .update();
    }

    Optional<Whole> whole(OfficialAccountId account) {
        return jdbc.sql("""
                        select estimated_at, half_within_hours, young_per_day, older_per_day from account_cost
                        where account_id = ?""")
                .param(account.value())
                .query((row, _) -> new Whole(
                        row.getObject("estimated_at", OffsetDateTime.class).toInstant(),
                        row.getDouble("half_within_hours"),
                        row.getDouble("young_per_day"),
                        row.getDouble("older_per_day")))
                .optional();
    }

    Map<MessageId, PushCost> of(OfficialAccountId account, Collection<MessageId> pushes) {
        return costs(jdbc.sql("select * from push_cost where account_id = ? and push_id = any(?) order by released_at")
                .param(account.value())
                .param(pushes.stream().map(MessageId::value).toArray(UUID[]::new)));
    }

    /** What was released since a time, the first first. */
    Map<MessageId, PushCost> since(OfficialAccountId account, Instant since) {
        return costs(jdbc.sql("select * from push_cost where account_id = ? and released_at >= ? order by released_at")
                .params(account.value(), time(since)));
    }

    /** The present scores of these accounts; accounts without one are left out. */
    List<Double> scores(Collection<OfficialAccountId> accounts) {
        return jdbc.sql("select score from account_cost where account_id = any(?) and score is not null")
                .param(accounts.stream().map(OfficialAccountId::value).toArray(UUID[]::new))
                .query(Double.class)
                .list();
    }

    /** The accounts that have a score. */
    List<OfficialAccountId> scored() {
        return jdbc.sql("select account_id from account_cost where score is not null")
                .query((row, _) -> new OfficialAccountId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Map<MessageId, PushCost> costs(JdbcClient.StatementSpec statement) {
        var rows = new LinkedHashMap<MessageId, List<Row>>();
        statement.query((RowCallbackHandler) row -> {
            var push = new MessageId(row.getObject("push_id", UUID.class));
            rows.computeIfAbsent(push, _ -> new ArrayList<>())
                    .add(new Row(
                            push,
                            CostKind.of(row.getString("kind")),
                            row.getObject("released_at", OffsetDateTime.class).toInstant(),
                            row.getLong("shown"),
                            new Estimate(row.getDouble("cost"), row.getDouble("margin")),
                            row.getDouble("usual")));
        });
        var costs = new LinkedHashMap<MessageId, PushCost>();
        rows.forEach((push, ofOne) -> costs.put(push, cost(push, ofOne)));
        return costs;
    }

    private static PushCost cost(MessageId push, List<Row> rows) {
        var byKind = new EnumMap<CostKind, Row>(CostKind.class);
        rows.forEach(row -> byKind.put(row.kind(), row));
        var estimates = new HashMap<CostKind, Estimate>();
        byKind.forEach((kind, row) -> estimates.put(kind, row.cost()));
        var any = rows.getFirst();
        var left = byKind.get(CostKind.LEFT);
        return new PushCost(
                push,
                any.releasedAt(),
                any.shown(),
                estimates.getOrDefault(CostKind.LEFT, Estimate.NONE),
                estimates.getOrDefault(CostKind.BLOCK, Estimate.NONE),
                estimates.getOrDefault(CostKind.MUTE, Estimate.NONE),
                estimates.getOrDefault(CostKind.LESS, Estimate.NONE),
                estimates.getOrDefault(CostKind.REPORT, Estimate.NONE),
                left == null ? 0 : left.usual());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
