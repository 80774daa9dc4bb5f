package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.contact.PartyBlocked;
import dev.parley.contact.PartyReported;
import dev.parley.follow.Follow;
import dev.parley.follow.FollowId;
import dev.parley.follow.FollowMuted;
import dev.parley.follow.FollowStarted;
import dev.parley.follow.FollowerId;
import dev.parley.follow.Follows;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.push.DosageChosen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What followers do about an account, table {@code follow_act}: follow again, mute, choose less, block, report. A mute or a "less" that is taken
 * back within the time of the undo was none.
 *
 * <p>Each listener may run more than once for one event; the key, and deleting what is gone, make the second run a no-op.
 */
@Component
class FollowActs {
    private static final Duration UNDO = Duration.ofSeconds(10);
    private static final Duration SAME_MOMENT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Follows follows;
    private final Clock clock;

    FollowActs(JdbcClient jdbc, Follows follows, Clock clock) {
        this.jdbc = jdbc;
        this.follows = follows;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(FollowStarted event) {
        if (event.again()) {
            add(event.account(), ActKind.REFOLLOW, event.startedAt(), event.follow(), event.follower());
        }
    }

    @ApplicationModuleListener
    void on(FollowMuted event) {
        follow(event.user(), event.account()).ifPresent(follow -> {
            if (event.muted()) {
                add(event.account(), ActKind.MUTE, event.at(), follow.id(), follow.follower());
            } else {
                takeBack(event.account(), ActKind.MUTE, event.at(), follow.id());
            }
        });
    }

    @ApplicationModuleListener
    void on(DosageChosen event) {
        follow(event.user(), event.account()).filter(it -> it.endedAt() == null).ifPresent(follow -> {
            if (event.less()) {
                add(event.account(), ActKind.LESS, event.at(), follow.id(), follow.follower());
            } else {
                takeBack(event.account(), ActKind.LESS, event.at(), follow.id());
            }
        });
    }

    /** The block has ended the follow in the transaction that published this. */
    @ApplicationModuleListener
    void on(PartyBlocked event) {
        account(event.party())
                .ifPresent(account -> follow(event.user(), account)
                        .filter(follow -> follow.endedAt() != null
                                && follow.endedAt().isAfter(clock.instant().minus(SAME_MOMENT)))
                        .ifPresent(follow ->
                                add(account, ActKind.BLOCK, follow.endedAt(), follow.id(), follow.follower())));
    }

    @ApplicationModuleListener
    void on(PartyReported event) {
        account(event.party())
                .ifPresent(account -> follow(event.by(), account)
                        .ifPresent(follow -> add(account, ActKind.REPORT, event.at(), follow.id(), follow.follower())));
    }

    /** How many followers did each of these in [from, until); what nobody did is left out. */
    Map<ActKind, Long> counts(OfficialAccountId account, Instant from, Instant until) {
        return jdbc
                .sql("""
                        select kind, count(distinct follow_id) as people from follow_act
                        where account_id = ? and at >= ? and at < ? group by kind""")
                .params(account.value(), time(from), time(until))
                .query((row, _) -> Map.entry(ActKind.of(row.getString("kind")), row.getLong("people")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What followers did in [from, until), of one kind, the first first; acts of whom nothing is known are left out. */
    List<FollowAct> between(OfficialAccountId account, ActKind kind, Instant from, Instant until) {
        return jdbc.sql("""
                        select at, follow_id, follower_id from follow_act
                        where account_id = ? and kind = ? and at >= ? and at < ? and follower_id is not null
                        order by at, follow_id""")
                .params(account.value(), kind.code(), time(from), time(until))
                .query((row, _) -> new FollowAct(
                        kind,
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new FollowId(row.getObject("follow_id", UUID.class)),
                        new FollowerId(row.getObject("follower_id", UUID.class))))
                .list();
    }

    private void add(
            OfficialAccountId account, ActKind kind, @Nullable Instant at, FollowId follow, FollowerId follower) {
        if (at != null) {
            jdbc.sql("insert into follow_act (account_id, kind, at, follow_id, follower_id) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .params(account.value(), kind.code(), time(at), follow.value(), follower.value())
                    .update();
        }
    }

    private void takeBack(OfficialAccountId account, ActKind kind, Instant at, FollowId follow) {
        jdbc.sql("delete from follow_act where account_id = ? and follow_id = ? and kind = ? and at between ? and ?")
                .params(account.value(), follow.value(), kind.code(), time(at.minus(UNDO)), time(at))
                .update();
    }

    /** The present follow of the two, or else the last one. */
    private Optional<Follow> follow(UserId user, OfficialAccountId account) {
        return follows.of(account, List.of(user)).stream().max(Comparator.comparing(Follow::startedAt));
    }

    private static Optional<OfficialAccountId> account(PartyRef party) {
        return party.kind().equals(OfficialAccountId.KIND)
                ? Optional.of(new OfficialAccountId(party.id()))
                : Optional.empty();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
