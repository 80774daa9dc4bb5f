package dev.parley.gateway.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when, worked off in the order of time; what happens may plan more. */
final class Happenings {
    private final PriorityQueue<Happening> planned =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparing(Happening::number));
    private final TravellingClock clock;
    private final Instant end;
    private long numbers;

    private record Happening(Instant at, long number, Runnable act) {}

    /** @param end what is planned for later than this does not happen */
    Happenings(TravellingClock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    void at(Instant when, Runnable act) {
        planned.add(new Happening(when, numbers++, act));
    }

    void run() {
        for (Happening next; (next = planned.poll()) != null && next.at().isBefore(end); ) {
            clock.travelTo(next.at());
            next.act().run();
        }
    }
}
