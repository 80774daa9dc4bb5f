package dev.parley.gateway.socket;

import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets that open a socket once (table {@code socket_ticket}, by hash, gone when used or run out). They are in the database so that any
 * node takes what any node has given.
 */
@Component
class SocketTickets {
    /** Who a ticket lets in, and whose inbox it opens. */
    record Holder(UserId user, DeviceId device, PartyRef party) {}

    private static final Duration REMOVE_EVERY = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final SocketProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong removedAt = new AtomicLong();

    SocketTickets(JdbcClient jdbc, SocketProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    String issue(Holder holder) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        removeOldOnes(now);
        jdbc.sql("""
                        insert into socket_ticket (hash, user_id, device_id, party_kind, party_id, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(hash(ticket))
                .param(holder.user().value())
                .param(holder.device().value())
                .param(holder.party().kind())
                .param(holder.party().id())
                .param(now.plus(properties.ticketLife()).atOffset(ZoneOffset.UTC))
                .update();
        return ticket;
    }

    /** Once a second is enough, however many come. */
    private void removeOldOnes(Instant now) {
        var last = removedAt.get();
        if (now.toEpochMilli() - last >= REMOVE_EVERY.toMillis() && removedAt.compareAndSet(last, now.toEpochMilli())) {
            jdbc.sql("delete from socket_ticket where expires_at < ?")
                    .param(now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Takes a ticket; a second try with the same one finds nothing. */
    Optional<Holder> use(String ticket) {
        return jdbc.sql("""
                        delete from socket_ticket where hash = ?
                        returning user_id, device_id, party_kind, party_id, expires_at > ? as valid""")
                .param(hash(ticket))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((rs, _) -> rs.getBoolean("valid")
                        ? Optional.of(new Holder(
                                new UserId(rs.getObject("user_id", UUID.class)),
                                new DeviceId(rs.getObject("device_id", UUID.class)),
                                new PartyRef(rs.getString("party_kind"), rs.getObject("party_id", UUID.class))))
                        : Optional.<Holder>empty())
                .optional()
                .flatMap(holder -> holder);
    }

    private static byte[] hash(String ticket) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ticket.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
