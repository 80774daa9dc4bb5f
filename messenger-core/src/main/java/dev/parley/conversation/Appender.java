package dev.parley.conversation;

import dev.parley.delivery.Connections;
import dev.parley.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
 * Group commit: one thread writes for all senders. While a transaction runs, further messages gather; the next transaction takes them
 * all. A message is answered only after its transaction is durable. A message that cannot be written does not take others with it.
 */
@Component
class Appender implements SmartLifecycle {
    private record Waiting(MessageBatch.Entry entry, CompletableFuture<SendOutcome> answer) {}

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int TRIES = 3;

    private final MessageBatch batch;
    private final Connections connections;
    private final TransactionTemplate transaction;
    private final ConversationProperties properties;
    private final BlockingQueue<Waiting> queue;
    private volatile boolean running;
    private volatile Thread writer = Thread.currentThread();

    Appender(
            MessageBatch batch,
            Connections connections,
            PlatformTransactionManager transactions,
            ConversationProperties properties) {
        this.batch = batch;
        this.connections = connections;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.queue = new ArrayBlockingQueue<>(properties.waitingMessages());
    }

    /** Queues a message; the answer comes once it is durable or refused. */
    CompletableFuture<SendOutcome> append(MessageBatch.Entry entry) {
        var waiting = new Waiting(entry, new CompletableFuture<>());
        if (!running) {
            waiting.answer.complete(new SendOutcome.Refused(unavailable("The server is stopping.")));
        } else if (!queue.offer(waiting)) {
            waiting.answer.complete(new SendOutcome.Refused(Refusal.beyond(
                    "unavailable",
                    "conversation.waiting-messages",
                    Integer.toString(properties.waitingMessages()),
                    Integer.toString(properties.waitingMessages()),
                    "Too many messages wait to be written; try again in a moment.")));
        }
        return waiting.answer;
    }

    private void work() {
        var group = new ArrayList<Waiting>(properties.appendBatch());
        while (running) {
            try {
                var first = queue.poll(1, TimeUnit.SECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, properties.appendBatch() - 1);
                write(group);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            } finally {
                group.clear();
            }
        }
    }

    private void write(List<Waiting> group) {
        var entries = group.stream().map(Waiting::entry).toList();
        for (var attempt = 1; ; attempt++) {
            try {
                var outcomes = transaction.execute(_ -> batch.write(entries));
                for (var i = 0; i < group.size(); i++) {
                    answer(group.get(i), outcomes.get(i));
                }
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
                writeApart(group, e);
                return;
            }
        }
    }

    /** Something in the group cannot be written: halves it until it stands alone. */
    private void writeApart(List<Waiting> group, RuntimeException cause) {
        if (group.size() == 1) {
            refuse(group, cause);
            return;
        }
        var middle = group.size() / 2;
        write(List.copyOf(group.subList(0, middle)));
        write(List.copyOf(group.subList(middle, group.size())));
    }

    private void refuse(List<Waiting> group, RuntimeException cause) {
        LOG.warn("{} messages were not written", group.size(), cause);
        group.forEach(waiting ->
                answer(waiting, new SendOutcome.Refused(unavailable("The message could not be stored; try again."))));
    }

    /** Off this thread: the next group is waiting. */
    private void answer(Waiting waiting, SendOutcome outcome) {
        connections.inTurn(waiting.entry.command().sender(), () -> waiting.answer.complete(outcome));
    }

    private static Refusal unavailable(String detail) {
        return Refusal.of("unavailable", "conversation.store", detail);
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().daemon().name("message-writer").start(this::work);
    }

    /** Ends after the transaction that is being written; what still waits is refused. */
    @Override
    public void stop() {
        running = false;
        try {
            writer.join(10_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var left = new ArrayList<Waiting>();
        queue.drainTo(left);
        left.forEach(
                waiting -> waiting.answer.complete(new SendOutcome.Refused(unavailable("The server is stopping."))));
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
