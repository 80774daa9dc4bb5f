package dev.parley.gateway.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The time of the demo world: walks through the past while its history is made, and is the real time afterwards. */
final class TravellingClock extends Clock {
    private final AtomicReference<@Nullable Instant> past = new AtomicReference<>();

    void travelTo(Instant instant) {
        past.set(instant);
    }

    void arrive() {
        past.set(null);
    }

    boolean travelling() {
        return past.get() != null;
    }

    @Override
    public Instant instant() {
        var travelling = past.get();
        return travelling == null ? Clock.systemUTC().instant() : travelling;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this; // everything here reads instants only
    }
}
