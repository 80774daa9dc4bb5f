package dev.parley.delivery;

import dev.parley.delivery.spi.Stretch;
import dev.parley.delivery.spi.Timeline;
import dev.parley.kernel.Cursor;
import dev.parley.kernel.PartyRef;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens the streams of devices, and reads for them what they have missed, a few at a time. */
@Component
public class LiveStreams {
    private final Inboxes inboxes;
    private final ObjectProvider<Timeline> timeline;
    private final DeliveryProperties properties;
    private final Semaphore turns;

    LiveStreams(Inboxes inboxes, ObjectProvider<Timeline> timeline, DeliveryProperties properties) {
        this.inboxes = inboxes;
        this.timeline = timeline;
        this.properties = properties;
        this.turns = new Semaphore(properties.concurrentCatchUps(), true);
    }

    /**
     * A stream for a device that has handled everything up to a cursor. Register its connection first, then {@link LiveStream#start}
     * it: so nothing is lost between what is read and what comes live.
     *
     * @param from absent for a device that starts with the present
     */
    public LiveStream open(PartyRef party, @Nullable Cursor from, StreamReader reader) {
        return new LiveStream(this, party, from, reader);
    }

    int tooFarBehind() {
        return properties.tooFarBehind();
    }

    Cursor newest(PartyRef party) {
        return inTurn(() -> inboxes.newestCursor(party));
    }

    Missed missed(PartyRef party, Cursor after) {
        var limit = tooFarBehind() + 1;
        return inTurn(() -> {
            var entries = inboxes.read(party, after.inbox(), limit);
            var stream = timeline.getIfAvailable();
            var stretch = stream == null ? Stretch.nothing(after.push()) : stream.read(party, after.push(), limit);
            return new Missed(entries, stretch);
        });
    }

    private <T> T inTurn(Supplier<T> reading) {
        turns.acquireUninterruptibly();
        try {
            return reading.get();
        } finally {
            turns.release();
        }
    }
}
