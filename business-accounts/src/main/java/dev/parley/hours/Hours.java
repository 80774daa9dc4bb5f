package dev.parley.hours;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditActor;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.NewAuditEntry;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.identity.Users;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.TextRule;
import dev.parley.kernel.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The opening hours of accounts, table {@code opening_hours}; without a row somebody is always there. */
@Service
public class Hours {
    private static final int MOST_SPANS = 28;
    private static final int MOST_HOLIDAYS = 200;
    private static final TextRule HOLIDAY_NAME = new TextRule("holidays", 0, 60);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Users users;
    private final Team team;
    private final Changes changes;

    Hours(JdbcClient jdbc, JsonMapper json, AuditLog audit, Users users, Team team, Changes changes) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.users = users;
        this.team = team;
        this.changes = changes;
    }

    /** The hours of an account. */
    @Transactional(readOnly = true)
    public OpeningHours of(OfficialAccountId account) {
        return jdbc.sql("select zone, week, holidays from opening_hours where account_id = ?")
                .param(account.value())
                .query((row, _) -> new OpeningHours(
                        ZoneId.of(row.getString("zone")),
                        json.readValue(row.getString("week"), new TypeReference<List<OpeningHours.Span>>() {}),
                        json.readValue(row.getString("holidays"), new TypeReference<List<OpeningHours.Holiday>>() {})))
                .optional()
                .orElse(OpeningHours.ALWAYS);
    }

    /** Sets all of it. Repeated: nothing happens, same answer. */
    @Transactional
    public Outcome<OpeningHours> set(OfficialAccountId account, UserId by, OpeningHours hours) {
        var errors = errors(hours);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        var before = of(account);
        if (before.equals(hours)) {
            return new Outcome.Done<>(hours);
        }
        jdbc.sql("insert into opening_hours (account_id, zone, week, holidays)"
                        + " values (?, ?, cast(? as jsonb), cast(? as jsonb)) on conflict (account_id)"
                        + " do update set zone = excluded.zone, week = excluded.week, holidays = excluded.holidays")
                .params(
                        account.value(),
                        hours.zone().getId(),
                        json.writeValueAsString(hours.week()),
                        json.writeValueAsString(hours.holidays()))
                .update();
        var card = users.cards(List.of(by)).get(by);
        audit.record(new NewAuditEntry(
                account.toString(),
                new AuditActor(
                        by.value(),
                        card == null ? by.toString() : card.name(),
                        team.role(account, by).map(Role::code).orElse("none")),
                "account.opening-hours-changed",
                new AuditSubject("account", account.toString(), "Opening hours"),
                words(before),
                words(hours),
                null));
        changes.announce(account.party(), ChangedThing.DESK, null);
        return new Outcome.Done<>(hours);
    }

    private static String words(OpeningHours hours) {
        return hours.week().isEmpty()
                ? "always"
                : hours.week().size() + " spans a week, " + hours.holidays().size() + " holidays, "
                        + hours.zone().getId();
    }

    private static List<FieldRefusal> errors(OpeningHours hours) {
        var errors = new ArrayList<FieldRefusal>();
        if (hours.week().size() > MOST_SPANS) {
            errors.add(tooMany("week", hours.week().size(), MOST_SPANS));
        }
        if (hours.holidays().size() > MOST_HOLIDAYS) {
            errors.add(tooMany("holidays", hours.holidays().size(), MOST_HOLIDAYS));
        }
        for (var span : hours.week()) {
            if (!span.isForwards()) {
                errors.add(new FieldRefusal(
                        "week",
                        "order",
                        span.opens() + " to " + span.closes(),
                        null,
                        "Closing comes after opening; midnight is written as 00:00."));
            }
        }
        hours.holidays().forEach(holiday -> HOLIDAY_NAME.check(holiday.name()).ifPresent(errors::add));
        return errors;
    }

    private static FieldRefusal tooMany(String field, int size, int most) {
        return new FieldRefusal(
                field, "size", String.valueOf(size), "0.." + most, "At most " + most + " are possible.");
    }
}
