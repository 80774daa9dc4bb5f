package dev.parley.push;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.identity.Users;
import dev.parley.kernel.UserId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where followers live, remembered for a minute: a choice carries its own zone, so nothing is decided by this one. */
@Component
class Zones {
    private final Users users;
    private final Cache<UserId, ZoneId> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Zones(Users users) {
        this.users = users;
    }

    /** The zone of a user, at most a minute old. */
    ZoneId of(UserId user) {
        return known.get(user, this::now);
    }

    /** The zone of a user now. */
    ZoneId now(UserId user) {
        return users.timeZones(List.of(user)).getOrDefault(user, ZoneOffset.UTC);
    }

    void forget(UserId user) {
        known.invalidate(user);
    }
}
