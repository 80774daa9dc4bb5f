package dev.parley.gateway.socket;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemView;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many devices may be arriving on this node at the same time: asking for a ticket, or connected and not yet synced. When many
 * thousands come at once, after a break of the network or of a node, those beyond it are turned away before they cost anything, each
 * with a later time of its own, so that all come in one after the other instead of all waiting for each other.
 */
@Component
class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final long LONGEST_WAIT_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long TOLD_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private static final int LEARNED_FROM = 64;
    private static final long FASTEST_NANOS = Duration.ofNanos(100_000).toNanos();
    private static final long SLOWEST_NANOS = Duration.ofMillis(20).toNanos();

    /** Who holds a ticket has been let in once, so there is more room for them. */
    private static final int ROOM_WITH_TICKET = 4;

    private final int atOnce;
    private final AtomicInteger arrived = new AtomicInteger();
    private final long nanosAtFirst;
    private volatile long nanosPerArrival;
    private volatile long learnedAt = System.nanoTime();
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong nextPlace = new AtomicLong(System.nanoTime());
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - TOLD_EVERY_NANOS);

    Arrivals(SocketProperties properties, Clock clock) {
        this.atOnce = properties.arrivalsAtOnce();
        var perSecond = properties.arrivalsPerSecond() > 0
                ? properties.arrivalsPerSecond()
                : 500 * Runtime.getRuntime().availableProcessors();
        this.nanosAtFirst = 1_000_000_000L / perSecond;
        this.nanosPerArrival = nanosAtFirst;
        this.clock = clock;
    }

    /** One more begins to arrive, unless there are too many: then the answer is false, and there is nothing to end. */
    boolean tryBegin() {
        if (underWay.incrementAndGet() <= atOnce) {
            return true;
        }
        underWay.decrementAndGet();
        return false;
    }

    /** Whether even those who hold a ticket must wait. */
    boolean isFull() {
        return underWay.get() >= ROOM_WITH_TICKET * atOnce;
    }

    /** One more begins, however many there are. */
    void begin() {
        underWay.incrementAndGet();
    }

    /** One has arrived, or has gone. */
    void end() {
        var left = underWay.decrementAndGet();
        if (arrived.incrementAndGet() % LEARNED_FROM == 0) {
            learn(left >= atOnce / 2);
        }
    }

    private void learn(boolean isBusy) {
        var now = System.nanoTime();
        var nanosEach = (now - learnedAt) / LEARNED_FROM;
        learnedAt = now;
        nanosPerArrival = nextPace(nanosPerArrival, nanosAtFirst, nanosEach, isBusy);
    }

    /**
     * While many are arriving, the pace at which they get there is the pace at which others are asked to come; when there is room, those who
     * wait were asked to wait too long, and the next ones are asked to come sooner, up to the pace that was set.
     */
    static long nextPace(long known, long atFirst, long measured, boolean isBusy) {
        return isBusy
                ? Math.clamp((3 * known + measured) / 4, FASTEST_NANOS, SLOWEST_NANOS)
                : Math.max(Math.min(known, atFirst), known - known / 8);
    }

    int underWay() {
        return underWay.get();
    }

    /** What somebody is told who is turned away, with the time of the next place that nobody else was given. */
    ProblemView laterPlease() {
        tellNowAndThen();
        var wait = Duration.ofNanos(nextPlace() - System.nanoTime());
        return Problem.UNAVAILABLE
                .because(
                        "Very many devices are connecting at the moment.",
                        "socket.arrivals",
                        atOnce,
                        atOnce,
                        clock.instant().plus(wait))
                .view();
    }

    /** The value of the header {@code Retry-After} that goes with {@link #laterPlease}. */
    String secondsUntil(ProblemView problem) {
        var again = problem.possibleAgainAt();
        var wait = again == null
                ? Duration.ZERO
                : Duration.between(clock.instant(), again).plusMillis(500);
        return Long.toString(Math.max(1, wait.toSeconds()));
    }

    private long nextPlace() {
        var now = System.nanoTime();
        return nextPlace.updateAndGet(
                place -> Math.clamp(place + nanosPerArrival - now, nanosPerArrival, LONGEST_WAIT_NANOS) + now);
    }

    private void tellNowAndThen() {
        var away = turnedAway.incrementAndGet();
        var told = toldAt.get();
        var now = System.nanoTime();
        if (now - told >= TOLD_EVERY_NANOS && toldAt.compareAndSet(told, now)) {
            LOG.info("{} devices were asked to connect later, because {} are connecting", away, underWay());
            turnedAway.addAndGet(-away);
        }
    }
}
