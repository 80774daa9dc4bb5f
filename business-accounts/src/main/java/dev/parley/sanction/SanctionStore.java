package dev.parley.sanction;

import dev.parley.account.OfficialAccountId;
import dev.parley.sanction.Appeal.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code sanction} and {@code appeal}, keyed by the account; rows are kept. */
@Repository
class SanctionStore {
    private final JdbcClient jdbc;

    SanctionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Sanction sanction, @Nullable UUID by) {
        jdbc.sql("""
                        insert into sanction (account_id, id, step, since, until, reason, by_id, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(sanction.account().value())
                .param(sanction.id())
                .param(sanction.step().code())
                .param(time(sanction.since()))
                .param(sanction.until() == null ? null : time(sanction.until()))
                .param(sanction.reason())
                .param(by)
                .param(sanction.byName())
                .update();
    }

    /** The one in force, locked until the caller's transaction ends. */
    Optional<Sanction> inForce(OfficialAccountId account) {
        return jdbc.sql("select * from sanction where account_id = ? and ended_at is null for update")
                .param(account.value())
                .query(SanctionStore::sanction)
                .optional();
    }

    List<Sanction> of(OfficialAccountId account) {
        return jdbc.sql("select * from sanction where account_id = ? order by since desc, id limit 100")
                .param(account.value())
                .query(SanctionStore::sanction)
                .list();
    }

    List<OfficialAccountId> due(Instant now) {
        return jdbc.sql("select account_id from sanction where ended_at is null and until <= ?")
                .param(time(now))
                .query((row, _) -> new OfficialAccountId(row.getObject(1, UUID.class)))
                .list();
    }

    void end(Sanction sanction, Instant at, String reason) {
        jdbc.sql("update sanction set ended_at = ?, ended_reason = ? where account_id = ? and id = ?")
                .params(time(at), reason, sanction.account().value(), sanction.id())
                .update();
    }

    /** False when there is an appeal against this sanction already. */
    boolean insert(Appeal appeal, UUID by) {
        return jdbc.sql("""
                                insert into appeal (account_id, id, sanction_id, text, by_id, by_name, at)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict (account_id, sanction_id) do nothing""")
                        .params(
                                appeal.account().value(),
                                appeal.id(),
                                appeal.sanction(),
                                appeal.text(),
                                by,
                                appeal.byName(),
                                time(appeal.at()))
                        .update()
                > 0;
    }

    /** False when it was decided already, or there is none. */
    boolean decide(
            OfficialAccountId account, UUID appeal, Decision decision, Instant at, String byName, String reason) {
        return jdbc.sql("""
                                update appeal set decision = ?, decided_at = ?, decided_by_name = ?, decision_reason = ?
                                where account_id = ? and id = ? and decision is null""")
                        .params(
                                decision.name().toLowerCase(Locale.ROOT),
                                time(at),
                                byName,
                                reason,
                                account.value(),
                                appeal)
                        .update()
                > 0;
    }

    List<Appeal> appealsOf(OfficialAccountId account) {
        return jdbc.sql("select * from appeal where account_id = ? order by at desc, id limit 100")
                .param(account.value())
                .query(SanctionStore::appeal)
                .list();
    }

    List<Appeal> openAppeals() {
        return jdbc.sql("select * from appeal where decision is null order by at, id limit 200")
                .query(SanctionStore::appeal)
                .list();
    }

    private static Sanction sanction(ResultSet row, int number) throws SQLException {
        return new Sanction(
                row.getObject("id", UUID.class),
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row, "until"),
                row.getString("reason"),
                row.getObject("by_id") == null,
                row.getString("by_name"),
                instant(row, "ended_at"),
                row.getString("ended_reason"));
    }

    private static Appeal appeal(ResultSet row, int number) throws SQLException {
        var decision = row.getString("decision");
        return new Appeal(
                row.getObject("id", UUID.class),
                new OfficialAccountId(row.getObject("account_id", UUID.class)),
                row.getObject("sanction_id", UUID.class),
                row.getString("text"),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                decision == null ? null : Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                instant(row, "decided_at"),
                row.getString("decided_by_name"),
                row.getString("decision_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
