package dev.parley.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages that wait to be written. A writer takes all those whose parties no other writer has in hand; what one party is part of is
 * taken in the order in which it came.
 */
final class WaitingMessages {
    /** A message and whoever waits for its answer. */
    record Waiting(MessageBatch.Entry entry, CompletableFuture<SendOutcome> answer) {
        private UUID sender() {
            return entry.command().sender().id();
        }

        private UUID recipient() {
            return entry.recipient().id();
        }
    }

    /** What one writer has in hand until it gives it back. @param parties all senders and recipients */
    record Group(List<Waiting> messages, Set<UUID> parties) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int limit;
    private final int largestGroup;
    private final Set<UUID> inHand = new HashSet<>();
    private ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private boolean open;

    WaitingMessages(int limit, int largestGroup) {
        this.limit = limit;
        this.largestGroup = largestGroup;
    }

    /** False when too many wait already. */
    boolean offer(Waiting waiting) {
        return offer(List.of(waiting));
    }

    /** As {@link #offer(Waiting)}, one right behind the other. */
    boolean offer(List<Waiting> together) {
        lock.lock();
        try {
            if (queue.size() + together.size() > limit) {
                return false;
            }
            queue.addAll(together);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to write; empty once closed. */
    Group take() throws InterruptedException {
        lock.lock();
        try {
            while (open) {
                var group = pick();
                if (!group.messages.isEmpty()) {
                    return group;
                }
                changed.await();
            }
            return new Group(List.of(), Set.of());
        } finally {
            lock.unlock();
        }
    }

    /** The group has been written, or has failed. */
    void giveBack(Group group) {
        lock.lock();
        try {
            inHand.removeAll(group.parties);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            open = true;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            open = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes everything that is left. */
    List<Waiting> drain() {
        lock.lock();
        try {
            var left = List.copyOf(queue);
            queue.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }

    private Group pick() {
        var picked = new ArrayList<Waiting>(Math.min(queue.size(), largestGroup));
        var parties = new HashSet<UUID>();
        var left = new ArrayDeque<Waiting>();
        var passedOver = new HashSet<UUID>();
        for (var waiting : queue) {
            var both = List.of(waiting.sender(), waiting.recipient());
            if ((picked.size() < largestGroup
                            || waiting.entry().belongsTo(picked.getLast().entry()))
                    && Collections.disjoint(both, inHand)
                    && (passedOver.isEmpty() || Collections.disjoint(both, passedOver))) {
                picked.add(waiting);
                parties.addAll(both);
            } else {
                left.add(waiting);
                passedOver.addAll(both);
            }
        }
        queue = left;
        inHand.addAll(parties);
        return new Group(picked, parties);
    }
}
