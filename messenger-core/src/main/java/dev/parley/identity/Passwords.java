package dev.parley.identity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Keeps passwords as Argon2id hashes. A bounded number of computations runs at once, since each takes much memory on purpose. */
@Component
class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore turns;
    private final Counter computations;
    private final String nobodysHash;

    Passwords(IdentityProperties properties, MeterRegistry meters) {
        var memoryKib = Math.toIntExact(properties.passwordMemory().toKilobytes());
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, memoryKib, properties.passwordPasses());
        turns = new Semaphore(properties.passwordChecksAtOnce(), true);
        computations = meters.counter("parley.identity.password.computations");
        nobodysHash = hash("a password that nobody has");
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the password is the one behind the hash; without a hash the same work is done for nothing. */
    boolean matches(String password, @Nullable String hash) {
        var tooLong = password.length() > 2 * LONGEST;
        var matches = inTurn(() -> encoder.matches(tooLong ? "" : password, hash == null ? nobodysHash : hash));
        return matches && hash != null && !tooLong;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T inTurn(Supplier<T> computation) {
        turns.acquireUninterruptibly();
        try {
            computations.increment();
            return computation.get();
        } finally {
            turns.release();
        }
    }
}
