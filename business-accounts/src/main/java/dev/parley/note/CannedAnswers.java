package dev.parley.note;

import dev.parley.account.OfficialAccountId;
import dev.parley.audit.AuditSubject;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.TextRule;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The canned answers of an account, table {@code canned_answer}; at most 500. */
@Service
public class CannedAnswers {
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{Ll}\\p{N}][\\p{Ll}\\p{N}-]{0,29}");
    private static final TextRule TEXT = new TextRule("text", 1, 4_000);
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final NoteAudit audit;
    private final Changes changes;

    CannedAnswers(JdbcClient jdbc, NoteAudit audit, Changes changes) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.changes = changes;
    }

    /** All of them by shortcut. */
    @Transactional(readOnly = true)
    public List<CannedAnswer> of(OfficialAccountId account) {
        return jdbc.sql("select answer_id, shortcut, text from canned_answer where account_id = ? order by shortcut")
                .param(account.value())
                .query((row, _) -> new CannedAnswer(
                        row.getObject("answer_id", UUID.class), row.getString("shortcut"), row.getString("text")))
                .list();
    }

    /** Makes one. A shortcut that is taken is refused with {@code conflict}. */
    @Transactional
    public Outcome<CannedAnswer> create(OfficialAccountId account, UserId by, String shortcut, String text) {
        var errors = errors(shortcut, text);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        if (of(account).size() >= MOST) {
            return new Outcome.Refused<>(Refusal.beyond(
                    "conflict",
                    "canned-answer.number",
                    "" + MOST,
                    "" + MOST,
                    "An account has at most " + MOST + " canned answers."));
        }
        var answer = new CannedAnswer(Ids.next(), shortcut, text.strip());
        var made = jdbc.sql("insert into canned_answer (account_id, answer_id, shortcut, text) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(account.value(), answer.id(), shortcut, answer.text())
                .update();
        if (made == 0) {
            return taken();
        }
        audit.wrote(account, by, "desk.canned-answer-created", subject(answer), null, "/" + shortcut);
        changes.announce(account.party(), ChangedThing.DESK, null);
        return new Outcome.Done<>(answer);
    }

    /** Changes one. */
    @Transactional
    public Outcome<CannedAnswer> change(OfficialAccountId account, UserId by, UUID id, String shortcut, String text) {
        var errors = errors(shortcut, text);
        if (!errors.isEmpty()) {
            return new Outcome.Invalid<>(errors);
        }
        var answer = new CannedAnswer(id, shortcut, text.strip());
        var present = of(account);
        if (present.stream().noneMatch(other -> other.id().equals(id))) {
            return new Outcome.Refused<>(
                    Refusal.of("not-found", "canned-answer.id", "There is no such canned answer."));
        }
        if (present.stream()
                .anyMatch(other -> !other.id().equals(id) && other.shortcut().equals(shortcut))) {
            return taken();
        }
        jdbc.sql("update canned_answer set shortcut = ?, text = ? where account_id = ? and answer_id = ?")
                .params(shortcut, answer.text(), account.value(), id)
                .update();
        audit.wrote(account, by, "desk.canned-answer-changed", subject(answer), null, "/" + shortcut);
        changes.announce(account.party(), ChangedThing.DESK, null);
        return new Outcome.Done<>(answer);
    }

    /** Takes one away. Repeated: nothing happens. */
    @Transactional
    public void remove(OfficialAccountId account, UserId by, UUID id) {
        of(account).stream().filter(answer -> answer.id().equals(id)).findAny().ifPresent(answer -> {
            jdbc.sql("delete from canned_answer where account_id = ? and answer_id = ?")
                    .params(account.value(), id)
                    .update();
            audit.wrote(account, by, "desk.canned-answer-removed", subject(answer), "/" + answer.shortcut(), null);
            changes.announce(account.party(), ChangedThing.DESK, null);
        });
    }

    private static AuditSubject subject(CannedAnswer answer) {
        return new AuditSubject("canned-answer", answer.id().toString(), "/" + answer.shortcut());
    }

    private static List<FieldRefusal> errors(String shortcut, String text) {
        var errors = new ArrayList<FieldRefusal>();
        if (!SHORTCUT.matcher(shortcut).matches()) {
            errors.add(new FieldRefusal(
                    "shortcut",
                    "pattern",
                    shortcut.length() <= 60 ? shortcut : shortcut.substring(0, 60),
                    "1..30",
                    "A shortcut has 1 to 30 lower-case letters, digits and hyphens, and begins with no hyphen."));
        }
        TEXT.check(text).ifPresent(errors::add);
        return errors;
    }

    private static Outcome<CannedAnswer> taken() {
        return new Outcome.Refused<>(
                Refusal.of("conflict", "canned-answer.shortcut", "There is already a canned answer of this shortcut."));
    }
}
