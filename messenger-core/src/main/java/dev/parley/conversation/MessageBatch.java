package dev.parley.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.conversation.spi.Attempt;
import dev.parley.conversation.spi.MessageGate;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.delivery.Receipts;
import dev.parley.delivery.SentKey;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Writes a batch of messages within one transaction: few statements, whatever its size, in an order that is the same for everybody. */
@Component
class MessageBatch {
    /** A message that has passed the gates once. @param bundle what is written with it, all or none; absent when it is alone */
    record Entry(
            SendMessage command,
            Membership membership,
            @Nullable Object bundle) {
        Entry(SendMessage command, Membership membership) {
            this(command, membership, null);
        }

        /** Whether the two are written together or not at all. */
        boolean belongsTo(Entry other) {
            return bundle != null && bundle == other.bundle;
        }

        SentKey key() {
            return new SentKey(command.sender(), command.key());
        }

        PartyRef recipient() {
            return membership.other().party();
        }

        Attempt attempt() {
            return new Attempt(
                    membership.conversation(),
                    membership.self().party(),
                    recipient(),
                    command.body(),
                    command.automatic());
        }
    }

    /** Of the inboxes of both sides. */
    private record Editions(long lower, long higher) {}

    private final MessageRows messages;
    private final Inboxes inboxes;
    private final Receipts receipts;
    private final Cache<ConversationId, Editions> allowed;
    private final Supplier<List<MessageGate>> gates;
    private final Supplier<List<MessageObserver>> observers;
    private final Clock clock;

    MessageBatch(
            MessageRows messages,
            Inboxes inboxes,
            Receipts receipts,
            ObjectProvider<MessageGate> gates,
            ObjectProvider<MessageObserver> observers,
            ConversationProperties properties,
            Clock clock) {
        this.messages = messages;
        this.inboxes = inboxes;
        this.receipts = receipts;
        this.gates = SingletonSupplier.of(() -> gates.orderedStream().toList());
        this.observers = SingletonSupplier.of(() -> observers.orderedStream().toList());
        this.allowed = Caffeine.newBuilder()
                .maximumSize(properties.cachedConversations())
                .executor(Runnable::run)
                .build();
        this.clock = clock;
    }

    /**
     * Writes what is new and answers in the given order. The inboxes of all parties are locked first: from then on nobody else writes a
     * message of these senders, so neither a key nor a sequence can be taken in between, and what the gates then say holds.
     */
    List<SendOutcome> write(List<Entry> entries) {
        var parties = new HashSet<PartyRef>();
        for (var entry : entries) {
            parties.add(entry.command().sender());
            parties.add(entry.recipient());
        }
        var senders = new HashMap<SentKey, Member>();
        entries.forEach(entry -> senders.put(entry.key(), entry.membership().self()));
        var known = known(inboxes.lock(parties, senders.keySet()), senders);
        var fresh = new LinkedHashMap<SentKey, Entry>();
        for (var entry : entries) {
            if (!known.containsKey(entry.key())) {
                fresh.putIfAbsent(entry.key(), entry);
            }
        }
        var refused = refused(fresh);
        refuseWholeBundles(entries, known, refused);
        var accepted = new LinkedHashMap<>(fresh);
        accepted.keySet().removeAll(refused.keySet());
        var written = append(accepted, parties);
        return entries.stream()
                .map(entry -> {
                    var refusal = refused.get(entry.key());
                    return refusal != null
                            ? new SendOutcome.Refused(refusal)
                            : answer(entry, fresh.get(entry.key()), written, known);
                })
                .toList();
    }

    private Map<SentKey, Message> known(Map<SentKey, MessageArrived> sent, Map<SentKey, Member> senders) {
        if (sent.isEmpty()) {
            return Map.of();
        }
        var known = new HashMap<SentKey, Message>();
        messages.sent(sent).forEach((key, row) -> known.put(key, row.sentBy(Objects.requireNonNull(senders.get(key)))));
        return known;
    }

    private Map<SentKey, Refusal> refused(Map<SentKey, Entry> fresh) {
        var doubtful = new LinkedHashMap<>(fresh);
        doubtful.values().removeIf(this::stillAllowed);
        var refused = new HashMap<SentKey, Refusal>();
        if (doubtful.isEmpty()) {
            return refused;
        }
        var attempts = doubtful.values().stream().map(Entry::attempt).toList();
        for (var gate : gates.get()) {
            var refusals = gate.confirm(attempts);
            if (!refusals.isEmpty()) {
                doubtful.forEach((key, entry) -> {
                    var refusal = refusals.get(entry.attempt());
                    if (refusal != null) {
                        refused.putIfAbsent(key, refusal);
                    }
                });
            }
        }
        doubtful.forEach((key, entry) -> {
            if (!refused.containsKey(key) && amongUsers(entry)) {
                allowed.put(entry.membership().conversation(), editions(entry));
            }
        });
        return refused;
    }

    /** Of what belongs together, one refusal is a refusal of all; so is a key that belongs to something else already. */
    private static void refuseWholeBundles(
            List<Entry> entries, Map<SentKey, Message> known, Map<SentKey, Refusal> refused) {
        var bundles = new IdentityHashMap<Object, List<Entry>>();
        for (var entry : entries) {
            if (entry.bundle() != null) {
                bundles.computeIfAbsent(entry.bundle(), _ -> new ArrayList<>()).add(entry);
            }
        }
        for (var bundle : bundles.values()) {
            var repeated = bundle.stream()
                    .filter(entry -> known.containsKey(entry.key()))
                    .count();
            var refusal = repeated > 0 && repeated < bundle.size()
                    ? keyReused()
                    : bundle.stream()
                            .map(entry -> refused.get(entry.key()))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            if (refusal != null) {
                bundle.forEach(entry -> refused.put(entry.key(), refusal));
            }
        }
    }

    /** The gates let users write to each other until something is told to one of them in the transaction that changes it. */
    private boolean stillAllowed(Entry entry) {
        return amongUsers(entry)
                && editions(entry)
                        .equals(allowed.getIfPresent(entry.membership().conversation()));
    }

    private static boolean amongUsers(Entry entry) {
        return entry.command().sender().isUser() && entry.recipient().isUser();
    }

    private Editions editions(Entry entry) {
        var one = inboxes.edition(entry.command().sender());
        var other = inboxes.edition(entry.recipient());
        return new Editions(Math.min(one, other), Math.max(one, other));
    }

    private Map<SentKey, Message> append(Map<SentKey, Entry> fresh, Set<PartyRef> locked) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var sequences = messages.nextSequences(fresh.size());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL keeps it
        var written = LinkedHashMap.<SentKey, Message>newLinkedHashMap(fresh.size());
        var news = new ArrayList<NewEntry>(2 * fresh.size());
        var accepted = new ArrayList<AcceptedMessage>(fresh.size());
        for (var entry : fresh.values()) {
            var command = entry.command();
            var message = new Message(
                    MessageId.next(),
                    command.conversation(),
                    sequences[accepted.size()],
                    entry.membership().self(),
                    command.author(),
                    command.automatic(),
                    now,
                    command.body(),
                    null);
            var origin = command.origin();
            news.add(new NewEntry(
                    command.sender(),
                    new MessageArrived(message.conversation(), message.sequence(), command.key()),
                    origin == null ? message : new SentHere(message, origin)));
            news.add(new NewEntry(
                    entry.recipient(), new MessageArrived(message.conversation(), message.sequence()), message));
            written.put(entry.key(), message);
            accepted.add(new AcceptedMessage(message, entry.recipient()));
        }
        messages.insert(written.values());
        news.addAll(receipts.due(locked));
        inboxes.append(news);
        observers.get().forEach(observer -> observer.accepted(List.copyOf(accepted)));
        return written;
    }

    private static SendOutcome answer(
            Entry entry, @Nullable Entry first, Map<SentKey, Message> written, Map<SentKey, Message> known) {
        var message = written.get(entry.key());
        if (message != null && entry == first) {
            return new SendOutcome.Accepted(message);
        }
        var original = message != null ? message : known.get(entry.key());
        if (original == null) {
            throw new IllegalStateException("a message was neither written nor known: " + entry.key());
        }
        return repeated(entry.command(), original);
    }

    /** What a repetition of the request that led to a message is answered. */
    static SendOutcome repeated(SendMessage command, Message original) {
        var same = original.conversation().equals(command.conversation())
                && original.body().equals(command.body());
        return same ? new SendOutcome.Repeated(original) : new SendOutcome.Refused(keyReused());
    }

    static Refusal keyReused() {
        return Refusal.of(
                "idempotency-key-reused",
                "message.idempotency-key",
                "This idempotency key belongs to another message of the same sender.");
    }
}
