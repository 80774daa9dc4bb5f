package dev.parley.delivery;

import dev.parley.kernel.Cursor;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A device without a socket: keeps everything it is handed. */
public final class Device implements LiveConnection, StreamReader {
    private final PartyRef party;
    private final DeviceId id = DeviceId.next();
    private final List<StreamEntry> seen = new ArrayList<>();
    private final List<Signal> signals = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Cursor> synced = new CompletableFuture<>();
    private final Connections connections;
    private final LiveStream stream;
    private int tooFarBehind;
    private @Nullable RuntimeException failure;

    private Device(PartyRef party, @Nullable Cursor from, LiveStreams streams, Connections connections) {
        this.party = party;
        this.connections = connections;
        this.stream = streams.open(party, from, this);
    }

    /** Connects a device that has handled everything up to a cursor. */
    public static Device connect(PartyRef party, @Nullable Cursor from, LiveStreams streams, Connections connections) {
        var device = new Device(party, from, streams, connections);
        connections.register(device);
        device.stream.start();
        return device;
    }

    /** Disconnects; the device keeps its cursor. */
    public Cursor disconnect() {
        connections.unregister(this);
        stream.close();
        return lastCursor();
    }

    /** Everything seen so far. */
    public synchronized List<StreamEntry> seen() {
        return List.copyOf(seen);
    }

    /** All passing news so far. */
    public List<Signal> signals() {
        return List.copyOf(signals);
    }

    /** The cursor of the last entry, or where it was told to start. */
    public synchronized Cursor lastCursor() {
        return seen.isEmpty() ? stream.cursor() : seen.getLast().cursor();
    }

    /** Where it stands, also after what was not for it. */
    public Cursor position() {
        return stream.cursor();
    }

    /** How often it was told to start anew. */
    public synchronized int timesTooFarBehind() {
        return tooFarBehind;
    }

    /** Completed once everything missed has been read. */
    public CompletableFuture<Cursor> synced() {
        return synced;
    }

    /** Why it brings nothing more. */
    public synchronized @Nullable RuntimeException failure() {
        return failure;
    }

    @Override
    public synchronized void live(StreamEntry entry) {
        seen.add(entry);
    }

    @Override
    public synchronized void missed(List<StreamEntry> entries) {
        seen.addAll(entries);
    }

    @Override
    public void synced(Cursor cursor) {
        synced.complete(cursor);
    }

    @Override
    public synchronized void tooFarBehind(Cursor cursor) {
        tooFarBehind++;
    }

    @Override
    public synchronized void failed(RuntimeException cause) {
        failure = cause;
    }

    @Override
    public PartyRef party() {
        return party;
    }

    @Override
    public UserId user() {
        return new UserId(party.id());
    }

    @Override
    public DeviceId device() {
        return id;
    }

    @Override
    public void deliver(List<InboxEntry> entries) {
        stream.deliver(entries);
    }

    @Override
    public void inboxGrew(long newest) {
        stream.inboxGrew(newest);
    }

    @Override
    public void timelineGrew(TimelineGrowth growth) {
        stream.timelineGrew(growth);
    }

    @Override
    public void timelineGrew(long newest) {
        stream.timelineGrew(newest);
    }

    @Override
    public void signal(Signal signal) {
        signals.add(signal);
    }

    @Override
    public void end(EndReason reason) {}
}
