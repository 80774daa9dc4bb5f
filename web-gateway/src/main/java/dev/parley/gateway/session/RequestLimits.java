package dev.parley.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemException;
import dev.parley.kernel.UserId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Counts log-ins, sign-ups and searches; each refusal says how many are allowed and when the next one is. Kept in memory, per node. */
@Component
@EnableConfigurationProperties(LimitProperties.class)
public class RequestLimits {
    private final LimitProperties limits;
    private final Clock clock;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(2, TimeUnit.HOURS)
            .build();

    RequestLimits(LimitProperties limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts a search for users or accounts. */
    public void search(UserId user) {
        spend("searches-per-minute", user.toString(), limits.searchesPerMinute(), Duration.ofMinutes(1));
    }

    /** Counts a sign-up. */
    public void signUp(String address) {
        spend("sign-ups-per-hour", address, limits.signUpsPerHour(), Duration.ofHours(1));
    }

    /** Counts a log-in before the password is looked at. */
    public void logIn(String handle, String address) {
        spend("log-ins-per-address", address, limits.logInsPerAddress(), limits.logInPeriod());
        spend("log-in-tries", tried(handle, address), limits.logInTries(), limits.logInPeriod());
    }

    /** The right password was given: its tries start again. */
    public void loggedIn(String handle, String address) {
        buckets.invalidate(new Key("log-in-tries", tried(handle, address)));
    }

    /** Why a wrong password was refused, with the number of tries that are left. */
    public ProblemException logInRefused(String handle, String address) {
        var bucket = bucket("log-in-tries", tried(handle, address), limits.logInTries(), limits.logInPeriod());
        return Problem.LOGIN_REFUSED.because(
                "Handle or password is wrong.", "log-in-tries", bucket.getAvailableTokens(), limits.logInTries(), null);
    }

    private void spend(String rule, String who, int limit, Duration period) {
        if (!limits.enabled()) {
            return;
        }
        var probe = bucket(rule, who, limit, period).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.TOO_MANY_REQUESTS.because(
                    "No more than " + limit + " in " + words(period) + ".",
                    rule,
                    limit,
                    limit,
                    clock.instant().plusNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(String rule, String who, int limit, Duration period) {
        return buckets.get(
                new Key(rule, who),
                _ -> Bucket.builder()
                        .withCustomTimePrecision(new ClockMeter(clock))
                        .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervally(limit, period))
                        .build());
    }

    private static String tried(String handle, String address) {
        var name = handle.strip().toLowerCase(Locale.ROOT);
        return (name.length() > 40 ? name.substring(0, 40) : name) + " " + address;
    }

    private static String words(Duration period) {
        var minutes = period.toMinutes();
        return minutes == 1 ? "a minute" : minutes == 60 ? "an hour" : minutes + " minutes";
    }

    private record Key(String rule, String who) {}

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = Duration.between(Instant.EPOCH, clock.instant());
            return now.toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
