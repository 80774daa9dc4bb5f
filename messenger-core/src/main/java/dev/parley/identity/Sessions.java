package dev.parley.identity;

import static java.util.Objects.requireNonNull;

import dev.parley.identity.UserRows.Credentials;
import dev.parley.kernel.DeviceId;
import dev.parley.kernel.PlainText;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions; each is a device of a user, a row of table {@code device} that is there as long as the session is. A token is 256 random bits; only its
 * hash is kept. What a token proves is asked for every time and nowhere remembered, so that a session that was ended on one node proves nothing
 * on any other.
 */
@Service
public class Sessions {
    private static final Duration SEEN_EXACTNESS = Duration.ofMinutes(1);
    private static final int LONGEST_TOKEN = 100;

    private final JdbcClient jdbc;
    private final UserRows users;
    private final Passwords passwords;
    private final IdentityProperties properties;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            JdbcClient jdbc,
            UserRows users,
            Passwords passwords,
            IdentityProperties properties,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.users = users;
        this.passwords = passwords;
        this.properties = properties;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Checks handle and password and opens a session. Each repetition opens another. Unknown handles take as much work as known ones. */
    public LogInOutcome logIn(LogIn command) {
        var handle = command.handle().strip().toLowerCase(Locale.ROOT);
        var credentials = ProfileRules.isHandle(handle) ? users.credentials(handle) : Optional.<Credentials>empty();
        var right = passwords.matches(
                command.password(), credentials.map(Credentials::passwordHash).orElse(null));
        if (!right || credentials.isEmpty()) {
            return new LogInOutcome.WrongCredentials();
        }
        var user = credentials.get();
        if (user.state() == UserState.SUSPENDED) {
            return new LogInOutcome.Suspended();
        }
        if (passwords.isOutdated(user.passwordHash())) {
            users.setPasswordHash(user.user(), passwords.hash(command.password()));
        }
        return tryOpen(user.user(), command.deviceName())
                .<LogInOutcome>map(LogInOutcome.LoggedIn::new)
                .orElseGet(LogInOutcome.Suspended::new);
    }

    /**
     * Opens a session for somebody whose identity is proven already, such as after signing up. Ends the one unused for longest when the user has too
     * many. Throws {@link IllegalArgumentException} for an unknown or suspended user.
     */
    public NewSession open(UserId user, @Nullable String deviceName) {
        return tryOpen(user, deviceName).orElseThrow(() -> new IllegalArgumentException("no active user " + user));
    }

    private Optional<NewSession> tryOpen(UserId user, @Nullable String deviceName) {
        var name = PlainText.upTo(ProfileRules.LONGEST_DEVICE_NAME, PlainText.line(deviceName));
        return requireNonNull(transaction.execute(status -> users.lock(user)
                .filter(owner -> owner.state() == UserState.ACTIVE)
                .map(owner -> insert(owner, name))));
    }

    private NewSession insert(User owner, String deviceName) {
        endSurplus(owner.id());
        var token = Secrets.token();
        var device = DeviceId.next();
        var now = clock.instant();
        jdbc.sql("""
                        insert into device (id, user_id, token_hash, name, created_at, last_seen_at)
                        values (:id, :user, :hash, :name, :now, :now)""")
                .param("id", device.value())
                .param("user", owner.id().value())
                .param("hash", Secrets.hash(token))
                .param("name", deviceName)
                .param("now", at(now))
                .update();
        seen(owner.id());
        var session = new Session(owner.id(), device, deviceName, owner.handle(), owner.name(), owner.operator(), now);
        return new NewSession(session, token);
    }

    /** The session that a token proves; empty for an unknown, ended or expired one, and while the user is suspended. */
    public Optional<Session> authenticate(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return load(Secrets.hash(token));
    }

    /** Those of the devices whose sessions go on. One question, however many. */
    public Set<DeviceId> open(Collection<DeviceId> devices) {
        return Set.copyOf(jdbc.sql("select id from device where id = any(?)")
                .param(devices.stream().map(DeviceId::value).toArray(UUID[]::new))
                .query((row, _) -> new DeviceId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Devices of a user, the one used last first. */
    public List<Device> list(UserId user) {
        return jdbc.sql("""
                        select id, name, created_at, last_seen_at from device where user_id = :user and last_seen_at > :oldest
                        order by last_seen_at desc, id desc""")
                .param("user", user.value())
                .param("oldest", at(clock.instant().minus(properties.sessionLifetime())))
                .query((row, number) -> new Device(
                        new DeviceId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        instant(row, "created_at"),
                        instant(row, "last_seen_at")))
                .list();
    }

    /** Ends a session; false when the user has no such device (any more). */
    @Transactional
    public boolean end(UserId user, DeviceId device) {
        var ended = jdbc.sql("delete from device where id = :id and user_id = :user returning id, user_id")
                .param("id", device.value())
                .param("user", user.value())
                .query(Sessions::ended)
                .list();
        tell(ended);
        return !ended.isEmpty();
    }

    /** Ends all sessions of a user, in the caller's transaction. */
    void endAll(UserId user) {
        tell(jdbc.sql("delete from device where user_id = :user returning id, user_id")
                .param("user", user.value())
                .query(Sessions::ended)
                .list());
    }

    private void endSurplus(UserId user) {
        tell(jdbc.sql("""
                        delete from device where user_id = :user and (last_seen_at <= :oldest or id in (
                            select id from device where user_id = :user order by last_seen_at desc, id desc offset :kept))
                        returning id, user_id""")
                .param("user", user.value())
                .param("oldest", at(clock.instant().minus(properties.sessionLifetime())))
                .param("kept", properties.devicesPerUser() - 1)
                .query(Sessions::ended)
                .list());
    }

    private void tell(List<Ended> ended) {
        ended.forEach(session -> events.publishEvent(new SessionEnded(session.user(), session.device())));
    }

    private Optional<Session> load(byte[] tokenHash) {
        var now = clock.instant();
        var found = jdbc.sql("""
                        select d.id, d.user_id, d.name, d.created_at, d.last_seen_at, u.handle, u.name user_name, u.operator
                        from device d join app_user u on u.id = d.user_id
                        where d.token_hash = :hash and d.last_seen_at > :oldest and u.suspended_at is null""")
                .param("hash", tokenHash)
                .param("oldest", at(now.minus(properties.sessionLifetime())))
                .query(Sessions::found)
                .optional();
        found.filter(row -> row.lastSeenAt().isBefore(now.minus(SEEN_EXACTNESS)))
                .map(Found::session)
                .ifPresent(this::seen);
        return found.map(Found::session);
    }

    /** Nobody waits for the disk for this: that somebody was here may be lost in a crash. */
    private void seen(Session session) {
        jdbc.sql("""
                        with seen as (update device set last_seen_at = :now where id = :device)
                        update app_user set last_seen_at = :now
                        where id = :user and (select set_config('synchronous_commit', 'off', true)) = 'off'""")
                .param("now", at(clock.instant()))
                .param("device", session.device().value())
                .param("user", session.user().value())
                .update();
    }

    private void seen(UserId user) {
        jdbc.sql("update app_user set last_seen_at = :now where id = :id")
                .param("now", at(clock.instant()))
                .param("id", user.value())
                .update();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var session = new Session(
                new UserId(row.getObject("user_id", UUID.class)),
                new DeviceId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("handle"),
                row.getString("user_name"),
                row.getBoolean("operator"),
                instant(row, "created_at"));
        return new Found(session, instant(row, "last_seen_at"));
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                new UserId(row.getObject("user_id", UUID.class)), new DeviceId(row.getObject("id", UUID.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Ended(UserId user, DeviceId device) {}

    private record Found(Session session, Instant lastSeenAt) {}
}
