package dev.parley.insight;

import dev.parley.account.OfficialAccountId;
import dev.parley.follow.FollowerId;
import dev.parley.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw which push message when: for the rooms that estimate, never for a company. */
@Component
public class Sightings {
    /** Clients gather for two seconds what they showed before they report it; whoever acts at once is reported the other way round. */
    private static final double REPORTED_LATE_SECONDS = 30;

    /** So many people are asked at once. */
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a follower had seen by a time is asked for. */
    public record Moment(FollowerId follower, Instant at) {}

    /** @param since from seeing it to the moment asked for, not below zero */
    public record Sighting(MessageId push, Duration since) {}

    /** In this hour so many saw it and so many opened it. */
    public record Hour(Instant hour, long shown, long opened) {}

    /** For each moment, in the order given, what the follower had seen in this time before it. */
    public List<List<Sighting>> before(OfficialAccountId account, List<Moment> moments, Duration within) {
        var seen = new ArrayList<List<Sighting>>(moments.size());
        moments.forEach(_ -> seen.add(new ArrayList<>()));
        for (var from = 0; from < moments.size(); from += BATCH) {
            var asked = moments.subList(from, Math.min(moments.size(), from + BATCH));
            var first = from;
            jdbc.sql("""
                            select place, push_id, extract(epoch from moment.at - shown_at) as seconds
                            from unnest(?, ?::timestamptz[]) with ordinality as moment(follower_id, at, place)
                            join push_view on push_view.account_id = ? and push_view.follower_id = moment.follower_id
                                and shown_at > moment.at - make_interval(secs => ?)
                                and shown_at <= moment.at + make_interval(secs => ?)""")
                    .param(asked.stream().map(it -> it.follower().value()).toArray(UUID[]::new))
                    .param(asked.stream().map(it -> it.at().toString()).toArray(String[]::new))
                    .param(account.value())
                    .param((double) within.toSeconds())
                    .param(REPORTED_LATE_SECONDS)
                    .query((RowCallbackHandler) row -> seen.get(first + row.getInt("place") - 1)
                            .add(new Sighting(
                                    new MessageId(row.getObject("push_id", UUID.class)),
                                    Duration.ofSeconds(Math.max(0, (long) row.getDouble("seconds"))))));
        }
        return seen;
    }

    /** By the hour, how many saw and opened each of these push messages; in no order. */
    public Map<MessageId, List<Hour>> hours(OfficialAccountId account, Collection<MessageId> pushes) {
        var hours = new HashMap<MessageId, List<Hour>>();
        jdbc.sql("""
                        select push_id, hour, sum(shown) as shown, sum(opened) as opened from push_hour
                        where account_id = ? and push_id = any(?) group by push_id, hour""")
                .param(account.value())
                .param(pushes.stream().map(MessageId::value).toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> hours.computeIfAbsent(
                                new MessageId(row.getObject("push_id", UUID.class)), _ -> new ArrayList<>())
                        .add(new Hour(
                                row.getObject("hour", OffsetDateTime.class).toInstant(),
                                row.getLong("shown"),
                                row.getLong("opened"))));
        return hours;
    }

    /**
     * How many people saw at least so many of these push messages. Of more than {@code most} sightings only a part is counted and the rest
     * concluded from it: follower IDs are random, so those that begin alike are as good as any.
     */
    public long sawAtLeast(
            OfficialAccountId account, Collection<MessageId> pushes, int times, long sightings, long most) {
        if (pushes.size() < times) {
            return 0;
        }
        var parts = 1;
        while (sightings / parts > most && parts < 256) {
            parts *= 2;
        }
        var upTo = parts == 1 ? new UUID(-1L, -1L) : new UUID((256L / parts) << 56, 0);
        var found = jdbc.sql("""
                        select count(*) from (
                            select follower_id from push_view
                            where account_id = ? and push_id = any(?) and follower_id < ?
                            group by follower_id having count(*) >= ?) seen""")
                .param(account.value())
                .param(pushes.stream().map(MessageId::value).toArray(UUID[]::new))
                .param(upTo)
                .param(times)
                .query(Long.class)
                .single();
        return found * parts;
    }
}
