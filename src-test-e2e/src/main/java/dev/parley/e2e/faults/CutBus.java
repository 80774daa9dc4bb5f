package dev.parley.e2e.faults;

import dev.parley.e2e.NatsServer;
import dev.parley.e2e.ParleyServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The NATS that joins three nodes is gone for a while: what is shown on another node comes later, by the sweep, but nothing is lost. */
final class CutBus extends NodesFault {
    @Override
    int rounds(Plan plan) {
        return plan.rounds(1, 3);
    }

    @Override
    void fault(List<ParleyServer> nodes, NatsServer nats, Crowd crowd, Plan plan, Random random) {
        var length = plan.length(Duration.ofSeconds(4), Duration.ofMinutes(2));
        var joined = seen(crowd, length);
        nats.stop();
        var apart = seen(crowd, length);
        nats.startAgain();
        Pause.of(Duration.ofSeconds(3)); // nodes look for it every second or two
        var again = seen(crowd, length);
        figure("from the first frame to the other side's screen: joined %s; cut %s; joined again %s"
                .formatted(joined, apart, again));
    }

    private static Book.Spans seen(Crowd crowd, Duration length) {
        var spans = crowd.book().measureArrivals();
        Pause.of(length);
        crowd.book().measureArrivals();
        return spans;
    }
}
