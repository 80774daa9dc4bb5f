package dev.parley.conversation;

import dev.parley.conversation.WaitingMessages.Waiting;
import dev.parley.delivery.Connections;
import dev.parley.delivery.Inboxes;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Group commit: a few threads write for all senders. While a transaction runs, further messages gather; the next transaction takes them
 * all (how many write at a time, and why: ADR 12). A message is answered only after its transaction is durable. A message that cannot be written does not take others with it.
 */
@Component
class Appender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int TRIES = 3;

    private final MessageBatch batch;
    private final Inboxes inboxes;
    private final Connections connections;
    private final TransactionTemplate transaction;
    private final ConversationProperties properties;
    private final WaitingMessages waiting;
    private volatile boolean running;
    private volatile List<Thread> writers = List.of();

    Appender(
            MessageBatch batch,
            Inboxes inboxes,
            Connections connections,
            PlatformTransactionManager transactions,
            ConversationProperties properties) {
        this.batch = batch;
        this.inboxes = inboxes;
        this.connections = connections;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.waiting = new WaitingMessages(properties.waitingMessages(), properties.appendBatch());
    }

    /** Queues a message; the answer comes once it is durable or refused. */
    CompletableFuture<SendOutcome> append(MessageBatch.Entry entry) {
        var message = new Waiting(entry, new CompletableFuture<>());
        if (!running) {
            message.answer().complete(new SendOutcome.Refused(unavailable("The server is stopping.")));
        } else if (!waiting.offer(message)) {
            message.answer().complete(new SendOutcome.Refused(tooMany()));
        }
        return message.answer();
    }

    /** As {@link #append(MessageBatch.Entry)}, for entries of one bundle: they are written together or not at all. */
    List<CompletableFuture<SendOutcome>> append(List<MessageBatch.Entry> together) {
        var messages = together.stream()
                .map(entry -> new Waiting(entry, new CompletableFuture<>()))
                .toList();
        if (!running || !waiting.offer(messages)) {
            var refused = new SendOutcome.Refused(running ? tooMany() : unavailable("The server is stopping."));
            messages.forEach(message -> message.answer().complete(refused));
        }
        return messages.stream().map(Waiting::answer).toList();
    }

    private void work() {
        try {
            for (var group = waiting.take(); !group.messages().isEmpty(); group = waiting.take()) {
                try {
                    write(group.messages(), group.parties());
                } finally {
                    waiting.giveBack(group);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> group, Set<UUID> parties) {
        var entries = group.stream().map(Waiting::entry).toList();
        for (var attempt = 1; ; attempt++) {
            try {
                answer(group, inboxes.withHeadsInMemory(parties, () -> transaction.execute(_ -> batch.write(entries))));
                return;
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    refuse(group, e);
                    return;
                }
            } catch (DataAccessResourceFailureException
                    | CannotCreateTransactionException
                    | TransactionSystemException e) {
                refuse(group, e); // the database is away: none of them can be written
                return;
            } catch (RuntimeException e) {
                writeApart(group, parties, e);
                return;
            }
        }
    }

    /** Something in the group cannot be written: halves it until it stands alone, or only with what belongs to it. */
    private void writeApart(List<Waiting> group, Set<UUID> parties, RuntimeException cause) {
        var middle = middle(group);
        if (middle == 0) {
            refuse(group, cause);
            return;
        }
        write(List.copyOf(group.subList(0, middle)), parties);
        write(List.copyOf(group.subList(middle, group.size())), parties);
    }

    /** Where the group can be divided; 0 when it cannot. */
    private static int middle(List<Waiting> group) {
        for (var far = 0; far <= group.size() / 2; far++) {
            for (var at : new int[] {group.size() / 2 - far, group.size() / 2 + far}) {
                if (at > 0
                        && at < group.size()
                        && !group.get(at).entry().belongsTo(group.get(at - 1).entry())) {
                    return at;
                }
            }
        }
        return 0;
    }

    private void refuse(List<Waiting> group, RuntimeException cause) {
        LOG.warn("{} messages were not written", group.size(), cause);
        var refused = new SendOutcome.Refused(unavailable("The message could not be stored; try again."));
        answer(group, Collections.nCopies(group.size(), refused));
    }

    /** Off this thread, because the next group is waiting; after the deliveries, because those answer whoever sent from here. */
    private void answer(List<Waiting> group, List<SendOutcome> outcomes) {
        var answers = new HashMap<PartyRef, List<Runnable>>();
        for (var i = 0; i < group.size(); i++) {
            var message = group.get(i);
            var outcome = outcomes.get(i);
            answers.computeIfAbsent(message.entry().command().sender(), _ -> new ArrayList<>(2))
                    .add(() -> message.answer().complete(outcome));
        }
        connections.inTurn(answers);
    }

    private Refusal tooMany() {
        return Refusal.beyond(
                "unavailable",
                "conversation.waiting-messages",
                Integer.toString(properties.waitingMessages()),
                Integer.toString(properties.waitingMessages()),
                "Too many messages wait to be written; try again in a moment.");
    }

    private static Refusal unavailable(String detail) {
        return Refusal.of("unavailable", "conversation.store", detail);
    }

    @Override
    public void start() {
        running = true;
        waiting.open();
        writers = IntStream.range(0, properties.writers())
                .mapToObj(number -> Thread.ofPlatform()
                        .daemon()
                        .name("message-writer-" + number)
                        .start(this::work))
                .toList();
    }

    /** Ends after the transactions that are being written; what still waits is refused. */
    @Override
    public void stop() {
        running = false;
        waiting.close();
        try {
            for (var writer : writers) {
                writer.join(10_000);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        waiting.drain()
                .forEach(message ->
                        message.answer().complete(new SendOutcome.Refused(unavailable("The server is stopping."))));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts early and stops late: whoever still answers requests can still write. */
    @Override
    public int getPhase() {
        return 0;
    }
}
