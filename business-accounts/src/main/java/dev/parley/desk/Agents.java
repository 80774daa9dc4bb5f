package dev.parley.desk;

import dev.parley.account.OfficialAccountId;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.account.TeamMember;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a team is at the desk, table {@code desk_agent}. A desk that is open says so again and again, to any node; who has not said it
 * for two minutes is absent.
 */
@Service
public class Agents {
    /** As long as a presence holds. */
    static final Duration HOLDS = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Team team;
    private final Changes changes;
    private final Clock clock;

    Agents(JdbcClient jdbc, Team team, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.team = team;
        this.changes = changes;
        this.clock = clock;
    }

    /** All who may answer, longest in the team first. */
    @Transactional(readOnly = true)
    public List<Agent> of(OfficialAccountId account) {
        var seen = seen(account);
        var open = new HashMap<UUID, Long>();
        jdbc.sql("select assignee_id, count(*) as open from desk_conversation where account_id = ? and open"
                        + " and snoozed_until is null and assignee_id is not null group by assignee_id")
                .param(account.value())
                .query((RowCallbackHandler)
                        row -> open.put(row.getObject("assignee_id", UUID.class), row.getLong("open")));
        var now = clock.instant();
        return team.members(account).stream()
                .filter(member -> member.role().mayAnswer())
                .map(member -> agent(member, seen.get(member.user()), open, now))
                .toList();
    }

    /** A team member is at the desk now, and wants new conversations unless away. Say it again within two minutes. */
    @Transactional
    public void here(OfficialAccountId account, UserId user, boolean away) {
        var now = clock.instant();
        var before = seen(account).get(user);
        jdbc.sql(
                        "insert into desk_agent (account_id, user_id, seen_at, away) values (?, ?, ?, ?)"
                                + " on conflict (account_id, user_id) do update set seen_at = excluded.seen_at, away = excluded.away")
                .params(account.value(), user.value(), DeskStore.timestamp(now), away)
                .update();
        if (presence(before, now) != (away ? Agent.Presence.AWAY : Agent.Presence.HERE)) {
            changes.announce(account.party(), ChangedThing.DESK, null);
        }
    }

    /** A team member has left the desk. Repeated: nothing happens. */
    @Transactional
    public void left(OfficialAccountId account, UserId user) {
        var gone = jdbc.sql("update desk_agent set seen_at = ? where account_id = ? and user_id = ? and seen_at > ?")
                .params(
                        DeskStore.timestamp(Instant.EPOCH),
                        account.value(),
                        user.value(),
                        DeskStore.timestamp(clock.instant().minus(HOLDS)))
                .update();
        if (gone > 0) {
            changes.announce(account.party(), ChangedThing.DESK, null);
        }
    }

    /** The rule has given somebody a conversation. */
    @Transactional
    void assigned(OfficialAccountId account, UserId user) {
        jdbc.sql("update desk_agent set last_assigned_at = ? where account_id = ? and user_id = ?")
                .params(DeskStore.timestamp(clock.instant()), account.value(), user.value())
                .update();
    }

    private record Seen(Instant at, boolean away, @Nullable Instant lastAssignedAt) {}

    private Map<UserId, Seen> seen(OfficialAccountId account) {
        var seen = new HashMap<UserId, Seen>();
        jdbc.sql("select user_id, seen_at, away, last_assigned_at from desk_agent where account_id = ?")
                .param(account.value())
                .query((RowCallbackHandler) row -> {
                    var last = row.getObject("last_assigned_at", OffsetDateTime.class);
                    seen.put(
                            new UserId(row.getObject("user_id", UUID.class)),
                            new Seen(
                                    row.getObject("seen_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getBoolean("away"),
                                    last == null ? null : last.toInstant()));
                });
        return seen;
    }

    private static Agent agent(TeamMember member, @Nullable Seen seen, Map<UUID, Long> open, Instant now) {
        Role role = member.role();
        return new Agent(
                member.user(),
                role,
                presence(seen, now),
                open.getOrDefault(member.user().value(), 0L),
                seen == null ? null : seen.lastAssignedAt());
    }

    private static Agent.Presence presence(@Nullable Seen seen, Instant now) {
        if (seen == null || !seen.at().isAfter(now.minus(HOLDS))) {
            return Agent.Presence.ABSENT;
        }
        return seen.away() ? Agent.Presence.AWAY : Agent.Presence.HERE;
    }
}
