package dev.parley.gateway.socket;

import dev.parley.conversation.Message;
import dev.parley.conversation.SentHere;
import dev.parley.delivery.EndReason;
import dev.parley.delivery.EntryContent.Acknowledged;
import dev.parley.delivery.EntryContent.Changed;
import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.InboxEntry;
import dev.parley.delivery.LiveConnection;
import dev.parley.delivery.LiveStream;
import dev.parley.delivery.Signal;
import dev.parley.delivery.StreamEntry;
import dev.parley.delivery.StreamReader;
import dev.parley.delivery.TimelineGrowth;
import dev.parley.gateway.problem.ProblemView;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;

/** One connected device: what it is sent, and how far it has come. What it asks for is done by {@link FrameHandler}. */
final class SocketConnection implements LiveConnection, StreamReader {
    /** A message of the other side that was sent to the device and that it has not acknowledged yet. */
    private record Unacknowledged(long inboxSequence, ConversationId conversation, long messageSequence) {}

    private static final Logger LOG = LoggerFactory.getLogger(SocketConnection.class);
    private static final AtomicIntegerFieldUpdater<SocketConnection> UNANSWERED =
            AtomicIntegerFieldUpdater.newUpdater(SocketConnection.class, "unanswered");
    private static final int REMEMBERED = 2_000;
    private static final int CHUNK = 100;

    private final SocketTickets.Holder holder;
    private final Outbox outbox;
    private final FrameLimit limit;
    private final SocketServices services;
    private final long openedAt = System.nanoTime();
    private final ArrayDeque<Unacknowledged> unacknowledged = new ArrayDeque<>(2);
    private volatile @Nullable LiveStream stream;
    private volatile long heardAt = openedAt;
    private volatile long closingSince;
    private boolean arriving;
    private volatile boolean leaving;
    private volatile int unanswered;

    SocketConnection(SocketTickets.Holder holder, Outbox outbox, SocketServices services) {
        this.holder = holder;
        this.outbox = outbox;
        this.services = services;
        var properties = services.properties();
        this.limit = new FrameLimit(properties.framesPerSecond(), properties.frameBurst(), openedAt);
    }

    @Override
    public PartyRef party() {
        return holder.party();
    }

    @Override
    public UserId user() {
        return holder.user();
    }

    @Override
    public DeviceId device() {
        return holder.device();
    }

    /** Whether one more frame of the device is allowed now. */
    boolean allowsFrame() {
        return limit.allows(System.nanoTime());
    }

    /** The device has given a sign of life. */
    void heard() {
        heardAt = System.nanoTime();
    }

    long silentSince() {
        return heardAt;
    }

    long openedAt() {
        return openedAt;
    }

    /** When the connection began to end, 0 before. */
    long closingSince() {
        return closingSince;
    }

    boolean hasSaidHello() {
        return stream != null;
    }

    /** Where the device stands once it has taken everything sent so far; absent before hello. */
    @Nullable
    Cursor position() {
        var current = stream;
        return current == null ? null : current.cursor();
    }

    /** Begins with the device at a cursor. */
    void begin(LiveStream opened) {
        stream = opened;
    }

    void send(ServerFrame frame) {
        outbox.send(services.frames().write(frame));
    }

    void send(byte[] frame) {
        outbox.send(frame);
    }

    void fail(ProblemView problem, @Nullable String key) {
        send(new ServerFrame.Failure(problem, key));
    }

    void probe() {
        outbox.probe();
    }

    void close(CloseStatus status) {
        if (closingSince == 0) {
            closingSince = System.nanoTime() | 1;
        }
        outbox.close(status);
    }

    boolean isClosing() {
        return outbox.isClosing();
    }

    /** The device has sent a message, which will be answered. */
    void owesAnAnswer() {
        UNANSWERED.incrementAndGet(this);
    }

    /** One of its messages was answered. */
    void answered() {
        if (UNANSWERED.decrementAndGet(this) == 0 && leaving) {
            end(EndReason.GOING_AWAY);
        }
    }

    /** The server stops: takes no more frames and ends as soon as every message is answered. */
    void leave() {
        leaving = true;
        if (unanswered == 0) {
            end(EndReason.GOING_AWAY);
        }
    }

    boolean isLeaving() {
        return leaving;
    }

    void disconnect() {
        outbox.disconnect();
    }

    /** From now on, until it has everything it missed or is gone, the connection counts among those that arrive. */
    synchronized void arrives() {
        arriving = true;
        services.arrivals().begin();
    }

    private synchronized void hasArrived() {
        if (arriving) {
            arriving = false;
            services.arrivals().end();
        }
    }

    /** The connection is gone. */
    void gone() {
        hasArrived();
        var current = stream;
        if (current != null) {
            current.close();
        }
    }

    /** Messages of others that the device has handled with everything up to this inbox sequence: the newest of each conversation. */
    Map<ConversationId, Long> handled(long inboxSequence) {
        var handled = new HashMap<ConversationId, Long>();
        synchronized (unacknowledged) {
            for (var first = unacknowledged.peek();
                    first != null && first.inboxSequence <= inboxSequence;
                    first = unacknowledged.peek()) {
                unacknowledged.remove();
                handled.merge(first.conversation, first.messageSequence, Math::max);
            }
        }
        return handled;
    }

    @Override
    public void deliver(List<InboxEntry> entries) {
        var current = stream;
        if (current != null) {
            current.deliver(entries);
            outbox.flush();
        }
    }

    @Override
    public void inboxGrew(long newest) {
        var current = stream;
        if (current != null) {
            current.inboxGrew(newest);
        }
    }

    @Override
    public void timelineGrew(TimelineGrowth growth) {
        var current = stream;
        if (current != null) {
            current.timelineGrew(growth);
            outbox.flush();
        }
    }

    @Override
    public void timelineGrew(long newest) {
        var current = stream;
        if (current != null) {
            current.timelineGrew(newest);
        }
    }

    @Override
    public void signal(Signal signal) {
        send(
                switch (signal) {
                    case Signal.Typing(var conversation, var by, var active) ->
                        new ServerFrame.Typing(conversation.value(), by, active);
                    case Signal.PresenceChanged(var who, var online) -> new ServerFrame.Presence(who.id(), online);
                });
    }

    @Override
    public void end(EndReason reason) {
        close(SocketClose.of(reason));
    }

    @Override
    public void live(StreamEntry entry) {
        if (entry.content() instanceof MessageArrived && entry.carried() == null) {
            missed(List.of(entry)); // nobody hands over a message without its content
            return;
        }
        switch (entry.carried()) {
            case SentHere(var message, Sending sending)
            when sending.from(this) -> outbox.gather(sending.acknowledged(entry.cursor(), message));
            case SentHere(var message, var _) -> hand(entry, message);
            case Message message -> hand(entry, message);
            case null, default -> hand(entry, null);
        }
    }

    @Override
    public void missed(List<StreamEntry> entries) {
        for (var from = 0; from < entries.size(); from += CHUNK) {
            var chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            var read = services.messagesOf(chunk);
            for (var entry : chunk) {
                hand(entry, messageOf(entry, read));
            }
            if (!hasRoom()) {
                close(SocketClose.SLOW_READER);
                return;
            }
        }
    }

    @Override
    public void synced(Cursor cursor) {
        hasArrived();
        send(new ServerFrame.Synced(cursor));
        services.presence().greet(this);
    }

    @Override
    public void tooFarBehind(Cursor cursor) {
        synchronized (unacknowledged) {
            unacknowledged.clear();
        }
        send(new ServerFrame.TooFarBehind(cursor));
    }

    @Override
    public void failed(RuntimeException cause) {
        LOG.warn("reading the inbox of {} failed", party(), cause);
        close(SocketClose.FAILED);
    }

    private void hand(StreamEntry entry, @Nullable Message message) {
        switch (entry.content()) {
            case MessageArrived _ -> {
                if (message != null) {
                    remember(entry.cursor(), message);
                    outbox.gather(services.frames().message(entry.cursor(), message, party()));
                }
            }
            case Acknowledged(var conversation, var by, var delivered, var displayed) ->
                gather(new ServerFrame.Receipt(entry.cursor(), conversation.value(), by, delivered, displayed));
            case Changed(var what, var id) -> gather(new ServerFrame.Changed(entry.cursor(), what.wireName(), id));
        }
    }

    private void gather(ServerFrame frame) {
        outbox.gather(services.frames().write(frame));
    }

    private void remember(Cursor cursor, Message message) {
        if (message.push() != null || message.sender().party().equals(party())) {
            return;
        }
        synchronized (unacknowledged) {
            if (unacknowledged.size() == REMEMBERED) {
                unacknowledged.remove(); // a device that acknowledges nothing tells nobody that it was delivered
            }
            unacknowledged.add(new Unacknowledged(cursor.inbox(), message.conversation(), message.sequence()));
        }
    }

    private static @Nullable Message messageOf(StreamEntry entry, Map<Long, Message> read) {
        if (entry.carried() instanceof Message message) {
            return message;
        }
        return entry.content() instanceof MessageArrived arrived ? read.get(arrived.sequence()) : null;
    }

    private boolean hasRoom() {
        try {
            return outbox.awaitRoom();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
