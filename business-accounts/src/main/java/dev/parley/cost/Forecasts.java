package dev.parley.cost;

import dev.parley.account.OfficialAccountId;
import dev.parley.cost.ForecastRule.Past;
import dev.parley.insight.Insights;
import dev.parley.insight.PushInsight;
import dev.parley.insight.Sightings;
import dev.parley.insight.SmallGroups;
import dev.parley.kernel.MessageId;
import dev.parley.push.PushMessage;
import dev.parley.push.PushMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the next push message would gain and cost, and how well earlier forecasts held. */
@Component
public class Forecasts {
    /** So many of a hundred forecasts are meant to hold. */
    public static final double LEVEL = 0.8;

    private static final List<Double> LEVELS = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95);
    private static final Duration LOOK_BACK = Duration.ofDays(365);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int LATELY = 12;
    private static final long MOST_SIGHTINGS = 50_000;
    private static final int MOST_LOOKED_AT = 60;
    private static final int MOST_TIMES_TRIED = 3;

    private final Costs costs;
    private final Insights insights;
    private final Sightings sightings;
    private final PushMessages pushMessages;
    private final Clock clock;

    Forecasts(Costs costs, Insights insights, Sightings sightings, PushMessages pushMessages, Clock clock) {
        this.costs = costs;
        this.insights = insights;
        this.sightings = sightings;
        this.pushMessages = pushMessages;
        this.clock = clock;
    }

    /**
     * What a push message would do.
     *
     * @param opens how many would open it; absent with too few earlier push messages to go by
     * @param unfollows how many would leave because of it; absent likewise
     * @param earlier how many earlier push messages there are to go by
     * @param needed how many it takes
     * @param held of the last forecasts of opens and unfollows, how many held both
     * @param of how many these were, at most twelve
     * @param again whom it would hit again this week; absent when fewer than twenty
     */
    public record Outlook(
            @Nullable Interval opens,
            @Nullable Interval unfollows,
            int earlier,
            int needed,
            int held,
            int of,
            @Nullable Again again) {}

    /** So many people have seen {@code seen} of this account's push messages in the last seven days, and would get one more. */
    public record Again(long people, int seen, List<MessageId> pushes) {
        public Again {
            pushes = List.copyOf(pushes);
        }
    }

    /** How forecasts that were made by earlier push messages alone held. */
    public record Calibration(Curve opens, Curve unfollows) {
        /** @param levels what share was meant to hold, and what did @param lately the last forecasts, the first first */
        public record Curve(List<CalibrationLevel> levels, List<CheckedForecast> lately) {
            public Curve {
                levels = List.copyOf(levels);
                lately = List.copyOf(lately);
            }
        }

        /** Of {@code of} intervals of which this share was meant to hold, {@code held} did. */
        public record CalibrationLevel(double meant, int held, int of) {}

        /** One forecast and what came. */
        public record CheckedForecast(MessageId push, Instant at, Interval interval, long count, boolean held) {}
    }

    /** @param atOnce how many would get it at once */
    public Outlook outlook(OfficialAccountId account, long atOnce) {
        var history = history(account);
        var opens = history.stream().map(Known::opens).toList();
        var unfollows = history.stream().map(Known::unfollows).toList();
        var openChecks = lately(ForecastRule.checks(opens, LEVEL));
        var unfollowChecks = lately(ForecastRule.checks(unfollows, LEVEL));
        var held = 0;
        for (var i = 0; i < openChecks.size(); i++) {
            held += openChecks.get(i).held() ? 1 : 0;
            held += unfollowChecks.get(i).held() ? 1 : 0;
        }
        return new Outlook(
                ForecastRule.forecast(opens, atOnce, LEVEL),
                ForecastRule.forecast(unfollows, atOnce, LEVEL),
                history.size(),
                ForecastRule.FEWEST,
                held,
                openChecks.size() + unfollowChecks.size(),
                again(account));
    }

    /** How well forecasts from earlier push messages held, at several levels. */
    public Calibration calibration(OfficialAccountId account) {
        var history = history(account);
        return new Calibration(kind(history, Known::opens), kind(history, Known::unfollows));
    }

    private record Known(PushMessage push, Past opens, Past unfollows) {}

    private List<Known> history(OfficialAccountId account) {
        var now = clock.instant();
        var all = pushMessages.since(List.of(account), now.minus(LOOK_BACK));
        var pushes = all.subList(Math.max(0, all.size() - MOST_LOOKED_AT), all.size());
        var cost = costs.of(account, pushes);
        return insights
                .of(
                        account,
                        pushes.stream()
                                .filter(push -> cost.containsKey(push.id()))
                                .toList())
                .stream()
                .filter(it -> it.opened() != null && it.atOnce() != null && it.atOnce() >= SmallGroups.FEWEST)
                .map(it -> known(it, cost))
                .toList();
    }

    private static Known known(PushInsight insight, Map<MessageId, PushCost> costs) {
        var of = insight.atOnce() == null ? 0 : insight.atOnce();
        var opened = insight.opened() == null ? 0 : insight.opened();
        var cost = costs.get(insight.push().id());
        return new Known(
                insight.push(),
                new Past(opened, of),
                new Past(cost == null ? 0 : cost.left().value(), of));
    }

    private static Calibration.Curve kind(List<Known> history, Function<Known, Past> part) {
        var past = history.stream().map(part).toList();
        var levels = new ArrayList<Calibration.CalibrationLevel>();
        for (var level : LEVELS) {
            var checks = ForecastRule.checks(past, level);
            levels.add(new Calibration.CalibrationLevel(
                    level,
                    (int) checks.stream().filter(ForecastRule.Check::held).count(),
                    checks.size()));
        }
        return new Calibration.Curve(
                levels,
                lately(ForecastRule.checks(past, LEVEL)).stream()
                        .map(check -> new Calibration.CheckedForecast(
                                history.get(check.place()).push().id(),
                                history.get(check.place()).push().releasedAt(),
                                check.interval(),
                                check.count(),
                                check.held()))
                        .toList());
    }

    private static List<ForecastRule.Check> lately(List<ForecastRule.Check> checks) {
        return checks.subList(Math.max(0, checks.size() - LATELY), checks.size());
    }

    /** Those who have seen the most of what was released this week, if they are twenty. */
    private @Nullable Again again(OfficialAccountId account) {
        var week = pushMessages.since(List.of(account), clock.instant().minus(WEEK));
        var ids = week.stream().map(PushMessage::id).toList();
        var sightingsOfWeek = sightings.hours(account, ids).values().stream()
                .flatMap(List::stream)
                .mapToLong(Sightings.Hour::shown)
                .sum();
        for (var times = ids.size(); times >= 1 && times > ids.size() - MOST_TIMES_TRIED; times--) {
            var people = sightings.sawAtLeast(account, ids, times, sightingsOfWeek, MOST_SIGHTINGS);
            if (people >= SmallGroups.FEWEST) {
                return new Again(people, times, ids);
            }
        }
        return null;
    }
}
