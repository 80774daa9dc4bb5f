package dev.parley.contact;

import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom users do not want to hear from (table {@code block}). The other side is never told. */
@Service
public class Blocks {
    private final JdbcClient jdbc;
    private final RequestRows requests;
    private final Acquaintances acquaintances;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blocks(
            JdbcClient jdbc,
            RequestRows requests,
            Acquaintances acquaintances,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.acquaintances = acquaintances;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Blocks a party of any kind; a request of a blocked user is declined, one sent to them is taken back. A repetition changes nothing; blocking
     * oneself does nothing. The other side is not told.
     */
    @Transactional
    public void block(UserId user, PartyRef party) {
        if (party.equals(PartyRef.user(user))) {
            return;
        }
        if (party.isUser()) {
            acquaintances.lock(user, party.asUser());
        }
        var inserted = jdbc.sql("""
                        insert into block (user_id, party_kind, party_id, since) values (:user, :kind, :party, :now)
                        on conflict do nothing""")
                .param("user", user.value())
                .param("kind", party.kind())
                .param("party", party.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 0) {
            return;
        }
        if (party.isUser()) {
            endRequests(user, party.asUser());
        }
        changes.announce(PartyRef.user(user), ChangedThing.CONTACTS, null);
        events.publishEvent(new PartyBlocked(user, party));
    }

    /** Takes a block back; false when there was none. */
    @Transactional
    public boolean unblock(UserId user, PartyRef party) {
        if (party.isUser()) {
            acquaintances.lock(user, party.asUser());
        }
        var removed = jdbc.sql("delete from block where user_id = :user and party_kind = :kind and party_id = :party")
                .param("user", user.value())
                .param("kind", party.kind())
                .param("party", party.id())
                .update();
        if (removed > 0) {
            changes.announce(PartyRef.user(user), ChangedThing.CONTACTS, null);
        }
        return removed > 0;
    }

    /** Blocks of a user, newest first. */
    public List<Block> list(UserId user) {
        return jdbc.sql("select * from block where user_id = :user order by since desc, party_id")
                .param("user", user.value())
                .query((row, number) -> new Block(
                        new PartyRef(row.getString("party_kind"), row.getObject("party_id", UUID.class)),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether the user blocks the party. */
    public boolean isBlocked(UserId user, PartyRef party) {
        return jdbc.sql(
                        "select exists (select from block where user_id = :user and party_kind = :kind and party_id = :party)")
                .param("user", user.value())
                .param("kind", party.kind())
                .param("party", party.id())
                .query(Boolean.class)
                .single();
    }

    private void endRequests(UserId user, UserId blocked) {
        requests.waiting(blocked, user).ifPresent(request -> requests.hide(request.id(), user, clock.instant()));
        requests.waiting(user, blocked).ifPresent(request -> {
            var shown = !requests.isHidden(request.id());
            requests.withdraw(request.id(), user);
            if (shown) {
                changes.announce(PartyRef.user(blocked), ChangedThing.CONTACT_REQUESTS, null);
            }
        });
        changes.announce(PartyRef.user(user), ChangedThing.CONTACT_REQUESTS, null);
    }
}
