package dev.parley.conversation;

import dev.parley.conversation.spi.Attempt;
import dev.parley.conversation.spi.MessageGate;
import dev.parley.delivery.Acknowledgement;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.InboxEntry;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.ReceiptState;
import dev.parley.delivery.Receipts;
import dev.parley.delivery.SentKey;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Conversations between two parties and their messages. */
@Component
public class Conversations {
    private static final int LONGEST_LIST = 2_000;
    private static final int LONGEST_PAGE = 200;
    private static final int UNREAD_LIMIT = 1_000;
    private static final int HANDLED_AT_ONCE = 1_000;

    /** Greatest length of a key under which several messages are sent. */
    public static final int LONGEST_COMMON_KEY = IdempotencyKey.LONGEST - 3;

    private final MemberRows members;
    private final MessageRows messages;
    private final Appender appender;
    private final Supplier<List<MessageGate>> gates;
    private final Inboxes inboxes;
    private final Receipts receipts;
    private final Changes changes;
    private final Clock clock;
    private final AtomicLong newestKnown = new AtomicLong();

    Conversations(
            MemberRows members,
            MessageRows messages,
            Appender appender,
            ObjectProvider<MessageGate> gates,
            Inboxes inboxes,
            Receipts receipts,
            Changes changes,
            Clock clock) {
        this.members = members;
        this.messages = messages;
        this.appender = appender;
        this.gates = SingletonSupplier.of(() -> gates.orderedStream().toList());
        this.inboxes = inboxes;
        this.receipts = receipts;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Opens the conversation of two parties, or shows it again to both when it was hidden; in the caller's transaction if there is one.
     * A repetition answers the same conversation and keeps the aliases of the first time.
     */
    @Transactional
    public ConversationId open(Member one, Member other) {
        if (one.party().id().equals(other.party().id())) {
            throw new IllegalArgumentException("a conversation needs two parties, not twice " + one.party());
        }
        var id = ConversationId.next();
        if (members.insert(id, new MemberRows.Pair(one, other), clock.instant())) {
            changes.announce(one.party(), ChangedThing.CONVERSATIONS, id.value());
            changes.announce(other.party(), ChangedThing.CONVERSATIONS, id.value());
            return id;
        }
        var present = between(one.party(), other.party()).orElseThrow();
        members.show(present).forEach(party -> changes.announce(party, ChangedThing.CONVERSATIONS, present.value()));
        return present;
    }

    /** The conversation of two parties, if it was ever opened. */
    public Optional<ConversationId> between(PartyRef one, PartyRef other) {
        return members.between(one, other);
    }

    /** A conversation as a party sees it; empty when there is none or the party is no member. */
    public Optional<Membership> membership(ConversationId conversation, PartyRef viewer) {
        return members.membership(conversation, viewer);
    }

    /**
     * Sends a message and waits until it is durable. Repeating it with the same sender and key answers the original message; another
     * body or conversation under the same key is refused as {@code idempotency-key-reused}.
     *
     * @throws IllegalStateException within a transaction: its connection would be held while the message waits for another one, and
     *     enough such callers would leave none
     */
    public SendOutcome send(SendMessage command) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message is written in a transaction of its own: send it outside of one");
        }
        return submit(command).join();
    }

    /** As {@link #send}, but only the gates are asked on the caller's thread. The answer comes on a thread that must not be blocked. */
    public CompletableFuture<SendOutcome> submit(SendMessage command) {
        var membership = membership(command.conversation(), command.sender()).orElse(null);
        if (membership == null) {
            return refused(notFound());
        }
        var refusal = ask(membership, command.body(), command.automatic());
        if (refusal == null) {
            return appender.append(new MessageBatch.Entry(command, membership));
        }
        var key = new SentKey(command.sender(), command.key());
        var original = messages.sent(inboxes.sent(List.of(key)))
                .get(key); // a repetition gets the original answer, whatever has changed since
        return original == null
                ? refused(refusal)
                : CompletableFuture.completedFuture(MessageBatch.repeated(command, original.sentBy(membership.self())));
    }

    /**
     * Sends several messages of one sender, in order and all or none, and waits until they are durable. The same key means the same
     * messages: a repetition answers the original ones, and others under the key are refused as {@code idempotency-key-reused}.
     *
     * @param bodies 1 to as many as may be sent at once
     * @param key at most {@value #LONGEST_COMMON_KEY} characters: each message gets one of its own that begins with it
     * @throws IllegalStateException within a transaction, as {@link #send}
     */
    public SendAllOutcome sendAll(
            ConversationId conversation,
            PartyRef sender,
            @Nullable UserId author,
            List<MessageBody> bodies,
            IdempotencyKey key,
            boolean automatic) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "messages are written in a transaction of their own: send them outside of one");
        }
        if (key.value().length() > LONGEST_COMMON_KEY) {
            throw new IllegalArgumentException(
                    "a key for several messages has at most " + LONGEST_COMMON_KEY + " characters");
        }
        var membership = membership(conversation, sender).orElse(null);
        if (membership == null) {
            return new SendAllOutcome.Refused(notFound());
        }
        var bundle = new Object();
        var entries = new ArrayList<MessageBatch.Entry>(bodies.size());
        Refusal refusal = null;
        for (var body : bodies) {
            var own = new IdempotencyKey(key.value() + "." + entries.size());
            entries.add(new MessageBatch.Entry(
                    new SendMessage(conversation, sender, author, body, own, automatic), membership, bundle));
            refusal = refusal == null ? ask(membership, body, automatic) : refusal;
        }
        if (isOfAnother(sender, key, bodies.size())) {
            return new SendAllOutcome.Refused(MessageBatch.keyReused());
        }
        if (refusal != null) {
            var original = originals(entries, membership.self());
            return original == null ? new SendAllOutcome.Refused(refusal) : original;
        }
        return together(
                appender.append(entries).stream().map(CompletableFuture::join).toList());
    }

    /** Whether the key belongs to one message, or to more than these. */
    private boolean isOfAnother(PartyRef sender, IdempotencyKey key, int count) {
        return !inboxes.sent(List.of(
                        new SentKey(sender, key), new SentKey(sender, new IdempotencyKey(key.value() + "." + count))))
                .isEmpty();
    }

    private @Nullable SendAllOutcome originals(List<MessageBatch.Entry> entries, Member sender) {
        var known = messages.sent(
                inboxes.sent(entries.stream().map(MessageBatch.Entry::key).toList()));
        return known.size() < entries.size()
                ? null
                : together(entries.stream()
                        .map(entry -> MessageBatch.repeated(
                                entry.command(),
                                Objects.requireNonNull(known.get(entry.key())).sentBy(sender)))
                        .toList());
    }

    private static SendAllOutcome together(List<SendOutcome> outcomes) {
        var sent = new ArrayList<Message>(outcomes.size());
        var repeated = false;
        for (var outcome : outcomes) {
            switch (outcome) {
                case SendOutcome.Accepted(var message) -> sent.add(message);
                case SendOutcome.Repeated(var message) -> {
                    sent.add(message);
                    repeated = true;
                }
                case SendOutcome.Refused(var refusal) -> {
                    return new SendAllOutcome.Refused(refusal);
                }
            }
        }
        return repeated ? new SendAllOutcome.Repeated(sent) : new SendAllOutcome.Accepted(sent);
    }

    /** Why the party could not write to the conversation now; empty when it could. */
    public Optional<Refusal> refusal(PartyRef sender, ConversationId conversation) {
        var membership = membership(conversation, sender).orElse(null);
        return Optional.ofNullable(membership == null ? notFound() : ask(membership, new MessageBody.Text(""), false));
    }

    /**
     * Older messages of a conversation, for a member; empty when the viewer is none.
     *
     * @param before only messages below this sequence, absent for the newest
     * @param limit 1 to 200
     */
    public Optional<History> history(PartyRef viewer, ConversationId conversation, @Nullable Long before, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1.." + LONGEST_PAGE + ", not " + limit);
        }
        return membership(conversation, viewer).map(membership -> {
            var rows = messages.before(conversation, before == null ? Long.MAX_VALUE : before, limit + 1);
            var found = rows.stream()
                    .limit(limit)
                    .map(row -> message(row, membership))
                    .toList()
                    .reversed();
            return new History(found, rows.size() > limit);
        });
    }

    /** The messages at these places, in rising order of sequence; those that do not exist are left out. Asks for no membership. */
    public List<Message> messages(Collection<MessageKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var pairs = members.pairs(keys.stream().map(MessageKey::conversation).collect(Collectors.toSet()));
        return messages.at(keys).stream()
                .filter(row -> pairs.containsKey(row.conversation()))
                .map(row -> row.sentBy(
                        Objects.requireNonNull(pairs.get(row.conversation())).member(row.sender())))
                .toList();
    }

    /** The list of a party: all conversations that are not hidden, those with the newest message first, at most 2,000. */
    public List<ConversationRow> rows(PartyRef party) {
        return complete(party, members.list(party, LONGEST_LIST));
    }

    /** The given conversations of a party, hidden ones too, those with the newest message first; others' are left out. */
    public List<ConversationRow> rows(PartyRef party, Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? List.of() : complete(party, members.list(party, conversations));
    }

    /** Changes how the conversation stands in the member's list and tells the member's devices. False when the party is no member. */
    @Transactional
    public boolean change(PartyRef member, ConversationId conversation, ChangeSettings settings) {
        if (!members.change(member, conversation, settings)) {
            return false;
        }
        changes.announce(member, ChangedThing.CONVERSATIONS, conversation.value());
        return true;
    }

    /** Takes the conversation out of the member's list until it is opened again. Its messages stay. Harmless when repeated. */
    @Transactional
    public void hide(PartyRef member, ConversationId conversation) {
        if (members.hide(member, conversation)) {
            changes.announce(member, ChangedThing.CONVERSATIONS, conversation.value());
        }
    }

    /**
     * The member acknowledges all messages up to the given sequences. Moves only forward; displayed means delivered too. The other side
     * is told within a moment.
     *
     * @param delivered message sequence, 0 for no news; more than there is counts as all there is
     * @param displayed message sequence, 0 for no news; more than there is counts as all there is
     * @return why not, when the party is no member
     */
    public Optional<Refusal> acknowledge(PartyRef member, ConversationId conversation, long delivered, long displayed) {
        var membership = membership(conversation, member).orElse(null);
        if (membership == null) {
            return Optional.of(notFound());
        }
        receipts.advance(new Acknowledgement(
                conversation,
                member,
                membership.other().party(),
                membership.self().alias().id(),
                upToNewest(delivered),
                upToNewest(displayed)));
        return Optional.empty();
    }

    /**
     * A device that comes back has handled the party's inbox up to a sequence: the messages of others below it, which nobody has
     * acknowledged so far, are delivered.
     */
    public void handled(PartyRef party, long inboxSequence) {
        var from = receipts.handled(party);
        if (inboxSequence <= from) {
            return;
        }
        var places = inboxes.read(party, Math.max(from, inboxSequence - HANDLED_AT_ONCE), HANDLED_AT_ONCE).stream()
                .filter(entry -> entry.sequence() <= inboxSequence)
                .map(InboxEntry::content)
                .filter(MessageArrived.class::isInstance)
                .map(MessageArrived.class::cast)
                .map(arrived -> new MessageKey(arrived.conversation(), arrived.sequence()))
                .toList();
        var delivered = new HashMap<ConversationId, Long>();
        for (var message : messages(places)) {
            if (!message.sender().party().equals(party)) {
                delivered.merge(message.conversation(), message.sequence(), Math::max);
            }
        }
        delivered.forEach((conversation, sequence) -> acknowledge(party, conversation, sequence, 0));
        receipts.advanceHandled(party, inboxSequence);
    }

    /** The next message sequence. Take it under a lock that is held until commit, so that sequences are ordered by commit. */
    public long nextSequence() {
        return messages.nextSequences(1)[0];
    }

    /** How many messages were stored since a time. */
    public long countSince(Instant since) {
        return messages.countSince(since);
    }

    private @Nullable Refusal ask(Membership membership, MessageBody body, boolean automatic) {
        var attempt = new Attempt(
                membership.conversation(),
                membership.self().party(),
                membership.other().party(),
                body,
                automatic);
        for (var gate : gates.get()) {
            var refusal = gate.check(attempt);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private List<ConversationRow> complete(PartyRef party, List<MemberRows.Row> rows) {
        var ids = rows.stream().map(row -> row.membership().conversation()).toList();
        var known = receipts.find(ids);
        var displayed = new HashMap<ConversationId, Long>();
        for (var id : ids) {
            displayed.put(id, state(known, id, party.id()).displayed());
        }
        var unread = messages.unread(party, displayed, UNREAD_LIMIT);
        return rows.stream()
                .map(row -> {
                    var membership = row.membership();
                    var id = membership.conversation();
                    return new ConversationRow(
                            id,
                            membership.self(),
                            membership.other(),
                            row.lastMessage() == null ? null : message(row.lastMessage(), membership),
                            unread.getOrDefault(id, 0),
                            state(known, id, party.id()),
                            state(known, id, membership.other().party().id()),
                            row.settings(),
                            row.createdAt());
                })
                .toList();
    }

    /** Nobody can acknowledge what is not yet written. */
    private long upToNewest(long sequence) {
        if (sequence > newestKnown.get()) {
            newestKnown.accumulateAndGet(messages.newestSequence(), Math::max);
        }
        return Math.clamp(sequence, 0, newestKnown.get());
    }

    private static ReceiptState state(
            Map<ConversationId, Map<UUID, ReceiptState>> known, ConversationId conversation, UUID party) {
        return known.getOrDefault(conversation, Map.of()).getOrDefault(party, ReceiptState.NONE);
    }

    private static Message message(MessageRows.Row row, Membership membership) {
        var isMine = row.sender().equals(membership.self().party().id());
        return row.sentBy(isMine ? membership.self() : membership.other());
    }

    private static CompletableFuture<SendOutcome> refused(Refusal refusal) {
        return CompletableFuture.completedFuture(new SendOutcome.Refused(refusal));
    }

    private static Refusal notFound() {
        return Refusal.of("not-found", "conversation.membership", "There is no such conversation.");
    }
}
