package dev.parley.conversation;

import dev.parley.conversation.MessageRows.NewMessage;
import dev.parley.conversation.MessageRows.SenderKey;
import dev.parley.conversation.spi.Attempt;
import dev.parley.conversation.spi.MessageGate;
import dev.parley.conversation.spi.MessageObserver;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.Inboxes;
import dev.parley.delivery.NewEntry;
import dev.parley.kernel.MessageId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Writes a batch of messages within one transaction: few statements, whatever its size, in an order that is the same for everybody. */
@Component
class MessageBatch {
    /** A message that has passed the gates once. */
    record Entry(SendMessage command, Membership membership) {
        SenderKey key() {
            return SenderKey.of(command.sender(), command.key());
        }

        Attempt attempt() {
            return new Attempt(
                    membership.conversation(),
                    membership.self().party(),
                    membership.other().party(),
                    command.body(),
                    command.automatic());
        }
    }

    private final MessageRows messages;
    private final Inboxes inboxes;
    private final Supplier<List<MessageGate>> gates;
    private final Supplier<List<MessageObserver>> observers;
    private final Clock clock;

    MessageBatch(
            MessageRows messages,
            Inboxes inboxes,
            ObjectProvider<MessageGate> gates,
            ObjectProvider<MessageObserver> observers,
            Clock clock) {
        this.messages = messages;
        this.inboxes = inboxes;
        this.gates = SingletonSupplier.of(() -> gates.orderedStream().toList());
        this.observers = SingletonSupplier.of(() -> observers.orderedStream().toList());
        this.clock = clock;
    }

    /**
     * Writes what is new and answers in the given order. The inboxes of all parties are locked first: from then on nobody else writes a
     * message of these senders, so neither a key nor a sequence can be taken in between, and what the gates then say holds.
     */
    List<SendOutcome> write(List<Entry> entries) {
        var parties = new HashSet<PartyRef>();
        for (var entry : entries) {
            parties.add(entry.membership().self().party());
            parties.add(entry.membership().other().party());
        }
        inboxes.lock(parties);

        var known = known(entries);
        var fresh = new LinkedHashMap<SenderKey, Entry>();
        for (var entry : entries) {
            if (!known.containsKey(entry.key())) {
                fresh.putIfAbsent(entry.key(), entry);
            }
        }
        var refused = refused(fresh);
        var allowed = new LinkedHashMap<>(fresh);
        allowed.keySet().removeAll(refused.keySet());
        var written = append(allowed);
        return entries.stream()
                .map(entry -> {
                    var refusal = refused.get(entry.key());
                    return refusal != null
                            ? new SendOutcome.Refused(refusal)
                            : answer(entry, fresh.get(entry.key()), written, known);
                })
                .toList();
    }

    private Map<SenderKey, Message> known(List<Entry> entries) {
        var members = new LinkedHashMap<SenderKey, Entry>();
        entries.forEach(entry -> members.putIfAbsent(entry.key(), entry));
        var known = new LinkedHashMap<SenderKey, Message>();
        messages.find(members.keySet()).forEach((key, row) -> {
            var entry = members.get(key);
            if (entry != null) {
                known.put(key, row.sentBy(entry.membership().self()));
            }
        });
        return known;
    }

    private Map<SenderKey, Refusal> refused(Map<SenderKey, Entry> fresh) {
        var refused = new HashMap<SenderKey, Refusal>();
        if (fresh.isEmpty()) {
            return refused;
        }
        var attempts = fresh.values().stream().map(Entry::attempt).toList();
        for (var gate : gates.get()) {
            var refusals = gate.confirm(attempts);
            if (!refusals.isEmpty()) {
                fresh.forEach((key, entry) -> {
                    var refusal = refusals.get(entry.attempt());
                    if (refusal != null) {
                        refused.putIfAbsent(key, refusal);
                    }
                });
            }
        }
        return refused;
    }

    private Map<SenderKey, Message> append(Map<SenderKey, Entry> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var sequences = messages.nextSequences(fresh.size()).iterator();
        var now = clock.instant();
        var written = LinkedHashMap.<SenderKey, Message>newLinkedHashMap(fresh.size());
        var rows = new ArrayList<NewMessage>(fresh.size());
        var news = new ArrayList<NewEntry>(2 * fresh.size());
        var accepted = new ArrayList<AcceptedMessage>(fresh.size());
        fresh.forEach((key, entry) -> {
            var command = entry.command();
            var message = new Message(
                    MessageId.next(),
                    command.conversation(),
                    sequences.next(),
                    entry.membership().self(),
                    command.author(),
                    command.automatic(),
                    now,
                    command.body(),
                    null);
            var arrived = new MessageArrived(message.conversation(), message.sequence());
            var recipient = entry.membership().other().party();
            written.put(key, message);
            rows.add(new NewMessage(message, command.key()));
            news.add(new NewEntry(command.sender(), arrived, message));
            news.add(new NewEntry(recipient, arrived, message));
            accepted.add(new AcceptedMessage(message, recipient));
        });
        messages.insert(rows);
        inboxes.append(news);
        observers.get().forEach(observer -> observer.accepted(List.copyOf(accepted)));
        return written;
    }

    private static SendOutcome answer(
            Entry entry, @Nullable Entry first, Map<SenderKey, Message> written, Map<SenderKey, Message> known) {
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
        return same
                ? new SendOutcome.Repeated(original)
                : new SendOutcome.Refused(Refusal.of(
                        "idempotency-key-reused",
                        "message.idempotency-key",
                        "This idempotency key belongs to another message of the same sender."));
    }
}
