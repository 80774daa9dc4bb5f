package dev.parley.contact;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Member;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.identity.User;
import dev.parley.identity.UserState;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who knows whom (table {@code contact}, two rows per pair, there as long as the two are contacts). Both sides' devices are told of changes. */
@Service
public class Contacts {
    private final JdbcClient jdbc;
    private final RequestRows requests;
    private final Acquaintances acquaintances;
    private final Blocks blocks;
    private final Users users;
    private final Conversations conversations;
    private final Changes changes;
    private final ContactProperties properties;
    private final Clock clock;

    Contacts(
            JdbcClient jdbc,
            RequestRows requests,
            Acquaintances acquaintances,
            Blocks blocks,
            Users users,
            Conversations conversations,
            Changes changes,
            ContactProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.acquaintances = acquaintances;
        this.blocks = blocks;
        this.users = users;
        this.conversations = conversations;
        this.changes = changes;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Asks to become a contact. Meeting its mirror image it is accepted at once, of two at the same time too; a repetition is the same request.
     * Somebody who blocks the sender never sees it, and the sender does not learn that.
     */
    @Transactional
    public RequestOutcome request(UserId from, UserId to) {
        if (from.equals(to)) {
            return refused("conflict", "contact.other", "Nobody can be their own contact.");
        }
        if (users.find(to).map(User::state).filter(UserState.ACTIVE::equals).isEmpty()) {
            return refused("not-found", "contact.exists", "There is no such user.");
        }
        if (blocks.isBlocked(from, PartyRef.user(to))) {
            return refused("conflict", "contact.blocked-by-you", "You block this user. Take the block back first.");
        }
        acquaintances.lock(from, to);
        var present = contact(from, to);
        if (present.isPresent()) {
            var request = requests.accepted(from, to).orElseGet(() -> newRequest(from, to));
            return new RequestOutcome.Accepted(request, present.get());
        }
        var mirror = requests.waiting(to, from);
        if (mirror.isPresent()) {
            return new RequestOutcome.Accepted(mirror.get(), makeContacts(mirror.get(), from));
        }
        var repeated = requests.waiting(from, to);
        if (repeated.isPresent()) {
            return new RequestOutcome.Requested(repeated.get());
        }
        var waiting = requests.countOutgoing(from);
        if (waiting >= properties.waitingRequests()) {
            return new RequestOutcome.Refused(Refusal.beyond(
                    "too-many-requests",
                    "contact.waiting-requests",
                    Integer.toString(waiting),
                    Integer.toString(properties.waitingRequests()),
                    "Too many of your requests still wait for an answer. Take some back first."));
        }
        var sent = requests.send(newRequest(from, to));
        tell(from, ChangedThing.CONTACT_REQUESTS);
        if (blocks.isBlocked(to, PartyRef.user(from))) {
            requests.hide(sent.id(), to, clock.instant());
        } else if (!requests.isHidden(sent.id())) {
            tell(to, ChangedThing.CONTACT_REQUESTS);
        }
        return new RequestOutcome.Requested(sent);
    }

    /** Accepts a request sent to {@code me}; a repetition gets the same contact; empty when there is no such request. */
    @Transactional
    public Optional<Contact> accept(UserId me, ContactRequestId request) {
        var found = requests.find(request).filter(sent -> sent.to().equals(me));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var from = found.get().from();
        acquaintances.lock(from, me);
        var present = contact(me, from);
        if (present.isPresent()) {
            return present;
        }
        return requests.waiting(from, me)
                .filter(_ -> !blocks.isBlocked(me, PartyRef.user(from)))
                .map(sent -> makeContacts(sent, me));
    }

    /** Hides a request sent to {@code me} without telling its sender; false when there is none. */
    @Transactional
    public boolean decline(UserId me, ContactRequestId request) {
        var hidden = requests.hide(request, me, clock.instant());
        if (hidden) {
            tell(me, ChangedThing.CONTACT_REQUESTS);
        }
        return hidden;
    }

    /** Takes back a request that {@code me} sent; false when there is none. */
    @Transactional
    public boolean withdraw(UserId me, ContactRequestId request) {
        var sent = requests.find(request).filter(found -> found.from().equals(me));
        if (sent.isEmpty()) {
            return false;
        }
        acquaintances.lock(me, sent.get().to());
        if (!requests.withdraw(request, me)) {
            return false;
        }
        tell(me, ChangedThing.CONTACT_REQUESTS);
        if (!requests.isHidden(request)) {
            tell(sent.get().to(), ChangedThing.CONTACT_REQUESTS);
        }
        return true;
    }

    /** Requests that wait, to and from a user. */
    public ContactRequests requests(UserId user) {
        return new ContactRequests(requests.incoming(user), requests.outgoing(user));
    }

    /** Contacts of a user, newest first; those whom the user blocks too. */
    public List<Contact> list(UserId user) {
        return jdbc.sql("select * from contact where user_id = :user order by since desc, contact_id")
                .param("user", user.value())
                .query(Contacts::contact)
                .list();
    }

    /** The users with whom a user may exchange messages and presence: contacts, unless one of the two blocks the other. */
    public Set<UserId> contactsOf(UserId user) {
        return jdbc
                .sql("""
                        select contact_id from contact c where user_id = :user and not exists (
                            select from block b where b.party_kind = :kind
                                and ((b.user_id = c.user_id and b.party_id = c.contact_id)
                                    or (b.user_id = c.contact_id and b.party_id = c.user_id)))""")
                .param("user", user.value())
                .param("kind", PartyRef.USER)
                .query((row, number) -> new UserId(row.getObject("contact_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether two users may exchange messages and presence, as in {@link #contactsOf}. Cheap: may be asked for every message. */
    public boolean areContacts(UserId one, UserId other) {
        return acquaintances.mayWrite(one, other);
    }

    /** Ends it for both; false when they were none. Their conversation stays, but neither can write. They may ask each other again. */
    @Transactional
    public boolean remove(UserId me, UserId other) {
        acquaintances.lock(me, other);
        var removed = jdbc.sql("""
                        delete from contact
                        where (user_id = :one and contact_id = :other) or (user_id = :other and contact_id = :one)""")
                .param("one", me.value())
                .param("other", other.value())
                .update();
        if (removed == 0) {
            return false;
        }
        requests.forget(me, other);
        tell(me, ChangedThing.CONTACTS);
        tell(other, ChangedThing.CONTACTS);
        return true;
    }

    private Contact makeContacts(ContactRequest request, UserId viewer) {
        var from = PartyRef.user(request.from());
        var to = PartyRef.user(request.to());
        var conversation = conversations.open(Member.of(from), Member.of(to));
        jdbc.sql("""
                        insert into contact (user_id, contact_id, since, conversation_id)
                        values (:one, :other, :now, :conversation), (:other, :one, :now, :conversation)""")
                .param("one", request.from().value())
                .param("other", request.to().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("conversation", conversation.value())
                .update();
        requests.accept(request.id());
        for (var user : List.of(request.from(), request.to())) {
            tell(user, ChangedThing.CONTACT_REQUESTS);
            tell(user, ChangedThing.CONTACTS);
            changes.announce(PartyRef.user(user), ChangedThing.CONVERSATIONS, conversation.value());
        }
        var other = viewer.equals(request.from()) ? request.to() : request.from();
        return contact(viewer, other).orElseThrow();
    }

    private Optional<Contact> contact(UserId user, UserId other) {
        return jdbc.sql("select * from contact where user_id = :user and contact_id = :other")
                .param("user", user.value())
                .param("other", other.value())
                .query(Contacts::contact)
                .optional();
    }

    private ContactRequest newRequest(UserId from, UserId to) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL keeps it
        return new ContactRequest(new ContactRequestId(Ids.next()), from, to, now);
    }

    private void tell(UserId user, ChangedThing what) {
        changes.announce(PartyRef.user(user), what, null);
    }

    private static RequestOutcome refused(String problem, String rule, String detail) {
        return new RequestOutcome.Refused(Refusal.of(problem, rule, detail));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new UserId(row.getObject("contact_id", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new ConversationId(row.getObject("conversation_id", UUID.class)));
    }
}
