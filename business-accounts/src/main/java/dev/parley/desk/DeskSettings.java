package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.audit.AuditSubject;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the desks of accounts work, table {@code desk_setting}; without a row by hand and without questions. */
@Service
public class DeskSettings {
    private final JdbcClient jdbc;
    private final DeskAudit audit;
    private final Changes changes;

    DeskSettings(JdbcClient jdbc, DeskAudit audit, Changes changes) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.changes = changes;
    }

    /** The present setting. */
    @Transactional(readOnly = true)
    public DeskSetting of(OfficialAccountId account) {
        return jdbc.sql("select assignment, asks_satisfaction from desk_setting where account_id = ?")
                .param(account.value())
                .query((row, _) -> new DeskSetting(
                        AssignmentMode.of(row.getString("assignment")), row.getBoolean("asks_satisfaction")))
                .optional()
                .orElse(DeskSetting.USUAL);
    }

    /** Sets all of it. Repeated: nothing happens, same answer. */
    @Transactional
    public DeskSetting set(OfficialAccountId account, UserId by, DeskSetting setting) {
        var before = of(account);
        if (before.equals(setting)) {
            return before;
        }
        jdbc.sql("insert into desk_setting (account_id, assignment, asks_satisfaction) values (?, ?, ?)"
                        + " on conflict (account_id) do update set assignment = excluded.assignment,"
                        + " asks_satisfaction = excluded.asks_satisfaction")
                .params(account.value(), setting.assignment().code(), setting.asksSatisfaction())
                .update();
        audit.ofTeam(
                account,
                by,
                "desk.setting-changed",
                new AuditSubject("account", account.toString(), "Desk"),
                words(before),
                words(setting));
        changes.announce(account.party(), ChangedThing.DESK, null);
        return setting;
    }

    private static String words(DeskSetting setting) {
        return setting.assignment().code() + (setting.asksSatisfaction() ? ", asks for satisfaction" : "");
    }
}
