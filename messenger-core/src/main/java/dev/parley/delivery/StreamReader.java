package dev.parley.delivery;

import dev.parley.kernel.Cursor;
import java.util.List;

/** Who gets what a {@link LiveStream} brings; called by one thread at a time. */
public interface StreamReader {
    /** Something new, straight from its writer. Must not block. */
    void live(StreamEntry entry);

    /** What was missed, in order. May block until the device has taken enough of it. */
    void missed(List<StreamEntry> entries);

    /** Everything there was when the device connected has been read. Told once. */
    void synced(Cursor cursor);

    /** Too much was missed: the device starts anew and goes on from this cursor. */
    void tooFarBehind(Cursor cursor);

    /** Reading failed; the stream brings nothing more. */
    void failed(RuntimeException cause);
}
