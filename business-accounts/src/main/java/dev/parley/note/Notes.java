package dev.parley.note;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.audit.AuditSubject;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.desk.Desk;
import dev.parley.desk.DeskConversation;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.TextRule;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes on conversations of the desk, tables {@code note} and {@code note_mention}. They are stored apart from messages and told only to
 * the account's own devices, so that no path leads from a note to a follower.
 */
@Service
public class Notes {
    private static final TextRule TEXT = new TextRule("text", 1, 4_000);
    private static final int MOST_SHOWN = 500;

    private final JdbcClient jdbc;
    private final Desk desk;
    private final Team team;
    private final NoteAudit audit;
    private final Changes changes;
    private final Clock clock;

    Notes(JdbcClient jdbc, Desk desk, Team team, NoteAudit audit, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.team = team;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** The newest 500 notes of a conversation, oldest first. */
    @Transactional(readOnly = true)
    public List<Note> of(OfficialAccountId account, ConversationId conversation) {
        return jdbc.sql("select note_id, author_id, text, mentions, at from note"
                        + " where account_id = ? and conversation_id = ? order by note_id desc limit ?")
                .params(account.value(), conversation.value(), MOST_SHOWN)
                .query((row, _) -> new Note(
                        row.getObject("note_id", UUID.class),
                        conversation,
                        new UserId(row.getObject("author_id", UUID.class)),
                        row.getString("text"),
                        Arrays.stream((UUID[]) row.getArray("mentions").getArray())
                                .map(UserId::new)
                                .toList(),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list()
                .reversed();
    }

    /** Writes a note. Mentions only team members who can see the desk; others are refused with {@code not-found}. */
    @Transactional
    public Outcome<Note> write(
            OfficialAccountId account,
            ConversationId conversation,
            UserId by,
            String text,
            Collection<UserId> mentions) {
        var wrong = TEXT.check(text);
        if (wrong.isPresent()) {
            return new Outcome.Invalid<>(List.of(wrong.get()));
        }
        var about = desk.find(account, conversation).orElse(null);
        if (about == null) {
            return refused("desk.conversation", "There is no such conversation.");
        }
        var wanted = List.copyOf(Set.copyOf(mentions));
        var able = team.members(account).stream()
                .filter(member -> member.role().mayAnswer())
                .map(member -> member.user())
                .collect(Collectors.toSet());
        if (!able.containsAll(wanted)) {
            return refused("note.mentions", "Only owners and agents of this account can be mentioned.");
        }
        var note = new Note(
                Ids.next(),
                conversation,
                by,
                text.strip(),
                wanted,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("insert into note (account_id, conversation_id, note_id, author_id, text, mentions, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        account.value(),
                        conversation.value(),
                        note.id(),
                        by.value(),
                        note.text(),
                        wanted.stream().map(UserId::value).toArray(UUID[]::new),
                        note.at().atOffset(ZoneOffset.UTC))
                .update();
        for (var mentioned : wanted) {
            if (!mentioned.equals(by)) {
                jdbc.sql("insert into note_mention (account_id, user_id, conversation_id, note_id) values (?, ?, ?, ?)")
                        .params(account.value(), mentioned.value(), conversation.value(), note.id())
                        .update();
            }
        }
        audit.wrote(account, by, "desk.note-written", subject(about), null, "note " + note.id());
        changes.announce(account.party(), ChangedThing.DESK, conversation.value());
        return new Outcome.Done<>(note);
    }

    /** Takes a note away: its author, or an owner. Repeated: nothing happens. */
    @Transactional
    public Outcome<Boolean> remove(OfficialAccountId account, ConversationId conversation, UserId by, UUID id) {
        var note = of(account, conversation).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findAny()
                .orElse(null);
        var about = desk.find(account, conversation).orElse(null);
        if (note == null || about == null) {
            return new Outcome.Done<>(false);
        }
        if (!note.author().equals(by)
                && team.role(account, by).filter(role -> role == Role.OWNER).isEmpty()) {
            return new Outcome.Refused<>(
                    Refusal.of("forbidden", "note.author", "A note is taken away by who wrote it, or by an owner."));
        }
        jdbc.sql("delete from note where account_id = ? and conversation_id = ? and note_id = ?")
                .params(account.value(), conversation.value(), id)
                .update();
        jdbc.sql("delete from note_mention where account_id = ? and conversation_id = ? and note_id = ?")
                .params(account.value(), conversation.value(), id)
                .update();
        audit.wrote(account, by, "desk.note-removed", subject(about), "note " + id, null);
        changes.announce(account.party(), ChangedThing.DESK, conversation.value());
        return new Outcome.Done<>(true);
    }

    /** In which conversations somebody is mentioned and has not looked yet. */
    @Transactional(readOnly = true)
    public Set<ConversationId> mentionsOf(OfficialAccountId account, UserId user) {
        return jdbc
                .sql(
                        "select distinct conversation_id from note_mention where account_id = ? and user_id = ? limit 1000")
                .params(account.value(), user.value())
                .query((row, _) -> new ConversationId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Somebody has looked at a conversation. Repeated: nothing happens. */
    @Transactional
    public void seen(OfficialAccountId account, ConversationId conversation, UserId by) {
        jdbc.sql("delete from note_mention where account_id = ? and user_id = ? and conversation_id = ?")
                .params(account.value(), by.value(), conversation.value())
                .update();
    }

    private static AuditSubject subject(DeskConversation about) {
        return new AuditSubject(
                "conversation",
                about.conversation().toString(),
                "Follower " + about.follower().shortName());
    }

    private static <T> Outcome<T> refused(String rule, String detail) {
        return new Outcome.Refused<>(Refusal.of("not-found", rule, detail));
    }
}
