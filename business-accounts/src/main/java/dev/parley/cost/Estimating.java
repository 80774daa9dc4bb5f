package dev.parley.cost;

import dev.parley.account.OfficialAccountId;
import dev.parley.cost.Attribution.Act;
import dev.parley.cost.Attribution.Question;
import dev.parley.cost.Attribution.Showing;
import dev.parley.follow.FollowTime;
import dev.parley.follow.Follows;
import dev.parley.insight.ActKind;
import dev.parley.insight.Insights;
import dev.parley.insight.Sightings;
import dev.parley.kernel.MessageId;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the estimates of one account anew: reads who left, muted, chose less, blocked or reported in the last ninety days and what they had seen,
 * asks {@link Attribution}, and keeps the answers. Two at the same time do no harm: both write the same.
 */
@Component
class Estimating {
    /** How far back is looked; the costs of older push messages stay as they were estimated last. */
    static final Duration LOOK_BACK = Duration.ofDays(90);

    /** Whoever follows for less than this leaves more easily, push message or not. */
    static final Duration YOUNG = Duration.ofDays(7);

    private static final Duration HORIZON = Duration.ofHours((long) Attribution.HORIZON_HOURS);

    private final CostStore store;
    private final Sightings sightings;
    private final Insights insights;
    private final Follows follows;
    private final PushMessages pushMessages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Estimating(
            CostStore store,
            Sightings sightings,
            Insights insights,
            Follows follows,
            PushMessages pushMessages,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.sightings = sightings;
        this.insights = insights;
        this.follows = follows;
        this.pushMessages = pushMessages;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A follower did something. */
    private record Deed(Sightings.Moment moment, boolean young) {}

    void estimate(OfficialAccountId account) {
        var now = clock.instant();
        var from = now.minus(LOOK_BACK);
        var pushes = pushMessages.since(List.of(account), from.minus(HORIZON));
        var places = new HashMap<MessageId, Integer>();
        pushes.forEach(push -> places.put(push.id(), places.size()));
        var hours = sightings.hours(account, places.keySet());
        var shown = pushes.stream()
                .map(push -> showings(hours.getOrDefault(push.id(), List.of()), now))
                .toList();
        var followed = follows.timeFollowed(account, from, now, YOUNG);
        var rows = new ArrayList<CostStore.Row>();
        CostStore.Whole whole = null;
        for (var kind : CostKind.values()) {
            var deeds = deeds(account, kind, from, now);
            var question = question(account, kind, deeds, shown, places, followed, now);
            var answer = Attribution.answer(question);
            var basePerHour = answer.byBase()
                    / Math.max(1, Arrays.stream(question.hoursFollowed()).sum());
            pushes.stream()
                    .filter(push -> !push.releasedAt().isBefore(from))
                    .forEach(push ->
                            rows.add(row(push, kind, answer, places.getOrDefault(push.id(), 0), hours, basePerHour)));
            if (kind == CostKind.LEFT) {
                whole = new CostStore.Whole(
                        now, answer.halfWithinHours(), answer.basePerHour()[0] * 24, answer.basePerHour()[1] * 24);
            }
        }
        if (whole != null) {
            keep(account, rows, whole);
        }
    }

    private void keep(OfficialAccountId account, List<CostStore.Row> rows, CostStore.Whole whole) {
        transaction.executeWithoutResult(_ -> {
            if (!rows.isEmpty()) {
                store.put(account, rows);
            }
            var costs = store.since(account, whole.estimatedAt().minus(AnnoyanceScore.COUNTED));
            var score = AnnoyanceScore.at(whole.estimatedAt(), costs.values());
            store.put(account, whole, score == null ? null : new CostStore.Score(score.score(), score.margin()));
        });
    }

    private static CostStore.Row row(
            PushMessage push,
            CostKind kind,
            Attribution.Answer answer,
            int place,
            Map<MessageId, List<Sightings.Hour>> hours,
            double basePerHour) {
        var people = hours.getOrDefault(push.id(), List.of()).stream()
                .mapToLong(Sightings.Hour::shown)
                .sum();
        return new CostStore.Row(
                push.id(),
                kind,
                push.releasedAt(),
                people,
                new Estimate(answer.cost()[place], answer.margin()[place]),
                basePerHour * people * Insights.COUNTED.toHours());
    }

    private Question question(
            OfficialAccountId account,
            CostKind kind,
            List<Deed> deeds,
            List<List<Showing>> shown,
            Map<MessageId, Integer> places,
            FollowTime followed,
            Instant now) {
        var seen = sightings.before(account, deeds.stream().map(Deed::moment).toList(), HORIZON);
        var acts = new ArrayList<Act>(deeds.size());
        for (var i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            var known = seen.get(i).stream()
                    .filter(sighting -> places.containsKey(sighting.push()))
                    .toList();
            acts.add(new Act(
                    kind.ends() && !deed.young() ? 1 : 0,
                    hours(Duration.between(deed.moment().at(), now)),
                    known.stream()
                            .mapToInt(sighting -> places.getOrDefault(sighting.push(), 0))
                            .toArray(),
                    known.stream()
                            .mapToDouble(sighting -> hours(sighting.since()))
                            .toArray()));
        }
        var hoursFollowed = kind.ends()
                ? new double[] {followed.youngHours(), followed.olderHours()}
                : new double[] {followed.youngHours() + followed.olderHours()};
        return new Question(hoursFollowed, shown, acts, kind.ends());
    }

    private List<Deed> deeds(OfficialAccountId account, CostKind kind, Instant from, Instant until) {
        if (kind == CostKind.LEFT) {
            return follows.endedBetween(account, from, until).stream()
                    .map(follow -> {
                        var end = follow.endedAt() == null ? until : follow.endedAt();
                        return new Deed(
                                new Sightings.Moment(follow.follower(), end),
                                follow.startedAt().plus(YOUNG).isAfter(end));
                    })
                    .toList();
        }
        var acted = switch (kind) {
            case BLOCK -> ActKind.BLOCK;
            case MUTE -> ActKind.MUTE;
            case REPORT -> ActKind.REPORT;
            case LESS, LEFT -> ActKind.LESS;
        };
        return insights.acts(account, acted, from, until).stream()
                .map(act -> new Deed(new Sightings.Moment(act.follower(), act.at()), false))
                .toList();
    }

    private static List<Showing> showings(List<Sightings.Hour> hours, Instant now) {
        return hours.stream()
                .filter(hour -> hour.shown() > 0)
                .map(hour -> new Showing(
                        Math.max(0, hours(Duration.between(hour.hour().plus(Duration.ofMinutes(30)), now))),
                        hour.shown()))
                .toList();
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0;
    }
}
