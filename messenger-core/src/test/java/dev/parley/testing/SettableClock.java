package dev.parley.testing;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Starts on Monday, 2 March 2026, 09:00 UTC; safe for many threads. */
public final class SettableClock extends Clock {
    /** Where every test begins. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** A clock at {@link #START}. */
    public SettableClock() {
        this(new AtomicReference<>(START), ZoneOffset.UTC);
    }

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Sets the time, forward or back. */
    public void set(Instant instant) {
        now.set(instant);
    }

    /** Moves the time forward and returns the new one. */
    public Instant advance(Duration by) {
        return requireNonNull(now.updateAndGet(instant -> instant.plus(by)));
    }

    /** Back to {@link #START}. */
    public void reset() {
        now.set(START);
    }

    @Override
    public Instant instant() {
        return requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }
}
