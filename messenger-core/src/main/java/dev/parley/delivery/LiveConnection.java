package dev.parley.delivery;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.util.List;

/** A device that is connected to this node now. Nothing here may block: whoever calls serves everybody else as well. */
public interface LiveConnection {
    /** Whose inbox it reads: the user, or the official account that the user works for. */
    PartyRef party();

    /** Who sits in front of it. */
    UserId user();

    /** On which device. */
    DeviceId device();

    /** Committed entries of the party's inbox. They may come twice, late, or in another order than their sequences. */
    void deliver(List<InboxEntry> entries);

    /** The inbox has entries up to this sequence, which were not handed over. */
    void inboxGrew(long newest);

    /** The timeline has grown, with what the party sees of it. */
    void timelineGrew(TimelineGrowth growth);

    /** The timeline has entries up to this sequence, which were not handed over. */
    void timelineGrew(long newest);

    /** Passing news. */
    void signal(Signal signal);

    /** The server ends it. */
    void end(EndReason reason);
}
