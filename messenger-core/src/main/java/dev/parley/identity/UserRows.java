package dev.parley.identity;

import static java.util.stream.Collectors.toMap;

import dev.parley.kernel.MediaId;
import dev.parley.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code app_user}: one row per user for ever; the unique handle decides who was first. */
@Component
class UserRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    UserRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty when somebody has the handle. */
    Optional<User> insert(SignUp command, String passwordHash, boolean operator) {
        var id = UserId.next();
        var inserted = jdbc.sql("""
                        insert into app_user (id, handle, name, locale, time_zone, password_hash, operator, created_at)
                        values (:id, :handle, :name, :locale, :timeZone, :passwordHash, :operator, :now) on conflict (handle) do nothing""")
                .param("id", id.value())
                .param("handle", command.handle())
                .param("name", command.name().strip())
                .param("locale", command.locale() == null ? "en" : command.locale())
                .param("timeZone", command.timeZone() == null ? "UTC" : command.timeZone())
                .param("passwordHash", passwordHash)
                .param("operator", operator)
                .param("now", now())
                .update();
        return inserted == 0 ? Optional.empty() : find(id);
    }

    Optional<User> find(UserId id) {
        return jdbc.sql("select * from app_user where id = :id")
                .param("id", id.value())
                .query(UserRows::user)
                .optional();
    }

    Optional<User> lock(UserId id) {
        return jdbc.sql("select * from app_user where id = :id for update")
                .param("id", id.value())
                .query(UserRows::user)
                .optional();
    }

    Optional<User> find(String handle) {
        return jdbc.sql("select * from app_user where handle = :handle")
                .param("handle", handle)
                .query(UserRows::user)
                .optional();
    }

    Map<UserId, User> find(Collection<UserId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from app_user where id = any(:ids)")
                .param("ids", ids.stream().map(UserId::value).distinct().toArray(UUID[]::new))
                .query(UserRows::user)
                .list()
                .stream()
                .collect(toMap(User::id, Function.identity()));
    }

    Optional<Credentials> credentials(String handle) {
        return jdbc.sql("select id, password_hash, suspended_at from app_user where handle = :handle")
                .param("handle", handle)
                .query((row, number) -> new Credentials(
                        new UserId(row.getObject("id", UUID.class)),
                        row.getString("password_hash"),
                        row.getObject("suspended_at") == null ? UserState.ACTIVE : UserState.SUSPENDED))
                .optional();
    }

    void setPasswordHash(UserId id, String passwordHash) {
        jdbc.sql("update app_user set password_hash = :hash where id = :id")
                .param("hash", passwordHash)
                .param("id", id.value())
                .update();
    }

    void setProfile(User user) {
        jdbc.sql(
                        "update app_user set name = :name, picture = :picture, locale = :locale, time_zone = :timeZone where id = :id")
                .param("name", user.name())
                .param("picture", user.picture() == null ? null : user.picture().value())
                .param("locale", user.locale())
                .param("timeZone", user.timeZone().getId())
                .param("id", user.id().value())
                .update();
    }

    void setState(UserId id, UserState state) {
        jdbc.sql("update app_user set suspended_at = :at where id = :id")
                .param("at", state == UserState.SUSPENDED ? now() : null)
                .param("id", id.value())
                .update();
    }

    List<User> search(String query, String afterHandle, int limit) {
        return jdbc.sql("""
                        select * from app_user
                        where handle > :after and (position(:query in handle) > 0 or position(:query in lower(name)) > 0)
                        order by handle limit :limit""")
                .param("after", afterHandle)
                .param("query", query)
                .param("limit", limit)
                .query(UserRows::user)
                .list();
    }

    UserCounts counts(Instant since) {
        return jdbc.sql("""
                        select count(*) users, count(*) filter (where last_seen_at >= :since) active_today,
                            count(*) filter (where suspended_at is not null) suspended from app_user""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new UserCounts(row.getLong("users"), row.getLong("active_today"), row.getLong("suspended")))
                .single();
    }

    boolean isOperator(UserId id) {
        return jdbc.sql("select exists (select from app_user where id = :id and operator)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    boolean anyOperator() {
        return jdbc.sql("select exists (select from app_user where operator)")
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static User user(ResultSet row, int number) throws SQLException {
        var picture = row.getObject("picture", UUID.class);
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("handle"),
                row.getString("name"),
                picture == null ? null : new MediaId(picture),
                row.getString("locale"),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("operator"),
                row.getObject("suspended_at") == null ? UserState.ACTIVE : UserState.SUSPENDED,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_seen_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    record Credentials(UserId user, String passwordHash, UserState state) {}
}
