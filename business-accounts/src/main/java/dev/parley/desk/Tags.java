package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.audit.AuditSubject;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.delivery.EntryContent;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.kernel.Ids;
import dev.parley.kernel.Outcome;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.TextRule;
import dev.parley.kernel.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags that an account's team has made, table {@code desk_tag}; which conversation carries which is in its own row. */
@Service
public class Tags {
    private static final TextRule NAME = new TextRule("name", 1, 30);
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final DeskAudit audit;
    private final Changes changes;
    private final Inboxes inboxes;

    Tags(JdbcClient jdbc, DeskAudit audit, Changes changes, Inboxes inboxes) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.changes = changes;
        this.inboxes = inboxes;
    }

    /** All tags of an account by name, with how often they are used. */
    @Transactional(readOnly = true)
    public List<Tag> of(OfficialAccountId account) {
        var open = new HashMap<UUID, Long>();
        jdbc.sql("""
                        select tag, count(*) as open from desk_conversation, unnest(tag_ids) as tag
                        where account_id = ? and open and tag_ids <> '{}' group by tag""").param(account.value()).query((RowCallbackHandler)
                row -> open.put(row.getObject("tag", UUID.class), row.getLong("open")));
        return jdbc.sql("select tag_id, name, colour from desk_tag where account_id = ? order by lower(name)")
                .param(account.value())
                .query((row, _) -> {
                    var id = row.getObject("tag_id", UUID.class);
                    return new Tag(
                            new TagId(id),
                            row.getString("name"),
                            TagColour.of(row.getString("colour")),
                            open.getOrDefault(id, 0L));
                })
                .list();
    }

    /** Makes a tag. A name that is taken is refused with {@code conflict}; an account has at most 100 tags. */
    @Transactional
    public Outcome<Tag> create(OfficialAccountId account, UserId by, String name, TagColour colour) {
        var wrong = NAME.check(name);
        if (wrong.isPresent()) {
            return new Outcome.Invalid<>(List.of(wrong.get()));
        }
        if (of(account).size() >= MOST) {
            return new Outcome.Refused<>(Refusal.beyond(
                    "conflict", "desk.tags", "" + MOST, "" + MOST, "An account has at most " + MOST + " tags."));
        }
        var tag = new Tag(new TagId(Ids.next()), name.strip(), colour, 0);
        var made = jdbc.sql("insert into desk_tag (account_id, tag_id, name, colour) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(account.value(), tag.id().value(), tag.name(), colour.code())
                .update();
        if (made == 0) {
            return taken();
        }
        audit.ofTeam(account, by, "desk.tag-created", subject(tag.id(), tag.name()), null, tag.name());
        changes.announce(account.party(), ChangedThing.DESK, null);
        return new Outcome.Done<>(tag);
    }

    /** Gives a tag another name and colour; conversations keep it. */
    @Transactional
    public Outcome<Tag> change(OfficialAccountId account, UserId by, TagId id, String name, TagColour colour) {
        var before = find(account, id).orElse(null);
        if (before == null) {
            return new Outcome.Refused<>(unknown());
        }
        var wrong = NAME.check(name);
        if (wrong.isPresent()) {
            return new Outcome.Invalid<>(List.of(wrong.get()));
        }
        if (of(account).stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name.strip()))) {
            return taken();
        }
        jdbc.sql("update desk_tag set name = ?, colour = ? where account_id = ? and tag_id = ?")
                .params(name.strip(), colour.code(), account.value(), id.value())
                .update();
        audit.ofTeam(account, by, "desk.tag-changed", subject(id, name.strip()), before.name(), name.strip());
        changes.announce(account.party(), ChangedThing.DESK, null);
        return new Outcome.Done<>(new Tag(id, name.strip(), colour, before.open()));
    }

    /** Takes a tag away from all conversations. Repeated: nothing happens. */
    @Transactional
    public void remove(OfficialAccountId account, UserId by, TagId id) {
        var before = find(account, id).orElse(null);
        if (before == null) {
            return;
        }
        // the inbox before the conversations, in the order in which the feed comes by
        inboxes.append(List.of(new NewEntry(account.party(), new EntryContent.Changed(ChangedThing.DESK, null))));
        jdbc.sql("update desk_conversation set tag_ids = array_remove(tag_ids, ?)"
                        + " where account_id = ? and tag_ids <> '{}' and tag_ids @> array[?]::uuid[]")
                .params(id.value(), account.value(), id.value())
                .update();
        jdbc.sql("delete from desk_tag where account_id = ? and tag_id = ?")
                .params(account.value(), id.value())
                .update();
        audit.ofTeam(account, by, "desk.tag-removed", subject(id, before.name()), before.name(), null);
    }

    private Optional<Tag> find(OfficialAccountId account, TagId id) {
        return of(account).stream().filter(tag -> tag.id().equals(id)).findAny();
    }

    private static AuditSubject subject(TagId id, String name) {
        return new AuditSubject("tag", id.value().toString(), name);
    }

    private static Outcome<Tag> taken() {
        return new Outcome.Refused<>(
                Refusal.of("conflict", "desk.tag-name", "There is already a tag of this name; take another one."));
    }

    private static Refusal unknown() {
        return Refusal.of("not-found", "desk.tag", "There is no such tag.");
    }
}
