package dev.parley.delivery;

import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one device sees: first what it has missed, then what comes live, with no gap between the two and nothing twice.
 *
 * <p>It remembers the cursor of the last entry it has handed on. A live entry right after it goes straight through; any other one means
 * that something lies between, and the stream reads on from its cursor until it has caught up with everything it has heard of.
 */
public final class LiveStream {
    private final LiveStreams streams;
    private final PartyRef party;
    private final StreamReader reader;

    private @Nullable Cursor position;
    private long inboxHeard;
    private long timelineHeard;
    private boolean live;
    private boolean synced;
    private boolean closed;

    LiveStream(LiveStreams streams, PartyRef party, @Nullable Cursor from, StreamReader reader) {
        this.streams = streams;
        this.party = party;
        this.position = from;
        this.reader = reader;
    }

    /** Begins to read what was missed, on a thread of its own. */
    public void start() {
        catchUpSoon();
    }

    /** Where the device stands once it has handled everything handed on so far. */
    public synchronized Cursor cursor() {
        return position == null ? Cursor.START : position;
    }

    /** Entries were committed. */
    public synchronized void deliver(List<InboxEntry> entries) {
        entries.forEach(this::deliver);
    }

    private void deliver(InboxEntry entry) {
        if (closed) {
            return;
        }
        var at = position;
        if (live && at != null && entry.sequence() == at.inbox() + 1) {
            var next = new Cursor(entry.sequence(), at.push());
            position = next;
            reader.live(new StreamEntry(next, entry.content(), entry.carried()));
        } else {
            inboxGrew(entry.sequence());
        }
    }

    /** The inbox has entries up to this sequence. */
    public synchronized void inboxGrew(long newest) {
        inboxHeard = Math.max(inboxHeard, newest);
        catchUpIfBehind();
    }

    /** The timeline has entries up to this sequence. */
    public synchronized void timelineGrew(long newest) {
        timelineHeard = Math.max(timelineHeard, newest);
        catchUpIfBehind();
    }

    /** The timeline has grown, with what this device sees of it. */
    public synchronized void timelineGrew(TimelineGrowth growth) {
        var at = position;
        if (closed || (at != null && at.push() >= growth.through())) {
            return;
        }
        if (!live || at == null || at.push() < growth.after()) {
            timelineGrew(growth.through());
            return;
        }
        var next = new Cursor(at.inbox(), growth.through());
        position = next;
        var entry = growth.entries().get(party);
        if (entry != null) {
            reader.live(new StreamEntry(next, entry.content(), entry.carried()));
        }
    }

    /** Brings nothing more. */
    public synchronized void close() {
        closed = true;
    }

    private void catchUpIfBehind() {
        if (live && !closed && !hasCaughtUp()) {
            live = false;
            catchUpSoon();
        }
    }

    private boolean hasCaughtUp() {
        var at = position;
        return at != null && inboxHeard <= at.inbox() && timelineHeard <= at.push();
    }

    private void catchUpSoon() {
        Thread.ofVirtual().name("catch-up").start(this::catchUp);
    }

    /** Runs on one thread at a time: started only by who has taken the stream out of its live state. */
    private void catchUp() {
        try {
            var from = begin();
            var reached = read(from);
            while (!goLive(from, reached)) {
                from = reached;
                reached = read(from);
            }
        } catch (RuntimeException e) {
            close();
            reader.failed(e);
        }
    }

    /** A cursor beyond everything there is comes from another life of the database: the device starts anew. */
    private Cursor begin() {
        Cursor from;
        synchronized (this) {
            from = position;
            if (synced && from != null) {
                return from;
            }
        }
        var newest = streams.newest(party);
        if (from == null) {
            return newest;
        }
        if (from.inbox() > newest.inbox() || from.push() > newest.push()) {
            reader.tooFarBehind(newest);
            return newest;
        }
        return from;
    }

    private Cursor read(Cursor from) {
        var missed = streams.missed(party, from);
        if (missed.size() > streams.tooFarBehind()) {
            var newest = streams.newest(party);
            reader.tooFarBehind(newest);
            return newest;
        }
        if (missed.size() > 0) {
            reader.missed(missed.merged(from));
        }
        return missed.end(from);
    }

    /** False while something was heard of that has not been read; a read that brings nothing proves that it is not for this device. */
    private synchronized boolean goLive(Cursor from, Cursor reached) {
        position = reached;
        if (closed) {
            return true;
        }
        if (!hasCaughtUp() && !reached.equals(from)) {
            return false;
        }
        inboxHeard = reached.inbox();
        timelineHeard = reached.push();
        live = true;
        if (!synced) {
            synced = true;
            reader.synced(reached);
        }
        return true;
    }
}
