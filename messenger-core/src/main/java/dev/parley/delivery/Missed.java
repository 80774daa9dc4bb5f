package dev.parley.delivery;

import dev.parley.delivery.EntryContent.MessageArrived;
import dev.parley.delivery.spi.Stretch;
import dev.parley.kernel.Cursor;
import java.util.ArrayList;
import java.util.List;

/** What a device has missed, of its inbox and of the timeline. */
record Missed(List<InboxEntry> inbox, Stretch timeline) {
    int size() {
        return inbox.size() + timeline.entries().size();
    }

    /** Both streams as one, messages in the order of their sequences; each entry moves one part of the cursor forward. */
    List<StreamEntry> merged(Cursor after) {
        var merged = new ArrayList<StreamEntry>(size());
        var cursor = after;
        var pushed = timeline.entries();
        var next = 0;
        for (var entry : inbox) {
            while (next < pushed.size() && comesBefore(pushed.get(next).sequence(), entry.content())) {
                var push = pushed.get(next++);
                cursor = new Cursor(cursor.inbox(), push.sequence());
                merged.add(new StreamEntry(cursor, push.content(), push.carried()));
            }
            cursor = new Cursor(entry.sequence(), cursor.push());
            merged.add(new StreamEntry(cursor, entry.content(), entry.carried()));
        }
        for (; next < pushed.size(); next++) {
            var push = pushed.get(next);
            cursor = new Cursor(cursor.inbox(), push.sequence());
            merged.add(new StreamEntry(cursor, push.content(), push.carried()));
        }
        return merged;
    }

    /** Where a device stands that has taken all of it. */
    Cursor end(Cursor after) {
        return new Cursor(
                inbox.isEmpty() ? after.inbox() : inbox.getLast().sequence(),
                Math.max(after.push(), timeline.through()));
    }

    private static boolean comesBefore(long sequence, EntryContent content) {
        return content instanceof MessageArrived message && sequence < message.sequence();
    }
}
