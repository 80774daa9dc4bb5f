package dev.parley.cost;

import dev.parley.account.AccountState;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.follow.Follows;
import dev.parley.insight.Insights;
import dev.parley.kernel.MessageId;
import dev.parley.push.PushMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What push messages cost, and how much accounts annoy. Estimates are made anew when somebody asks and the last ones are old: for a small account
 * before the answer, for a large one behind it; a few times a day also when nobody asks.
 */
@Component
public class Costs {
    private static final Logger log = LoggerFactory.getLogger(Costs.class);
    private static final long LARGE = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofHours(6);
    private static final int FEWEST_TO_COMPARE = 3;

    private final CostStore store;
    private final Estimating estimating;
    private final Follows follows;
    private final OfficialAccounts accounts;
    private final Clock clock;
    private final Set<OfficialAccountId> underWay = ConcurrentHashMap.newKeySet();

    /** Accounts that were large when they were counted; so that not every page counts a million followers again. */
    private final Set<OfficialAccountId> large = ConcurrentHashMap.newKeySet();

    Costs(CostStore store, Estimating estimating, Follows follows, OfficialAccounts accounts, Clock clock) {
        this.store = store;
        this.estimating = estimating;
        this.follows = follows;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * How followers of an account leave as a whole.
     *
     * @param halfWithinHours within how many hours half of what a push message causes has come
     * @param youngPerDay share of the followers of less than a week who leave on a day without any push message
     * @param olderPerDay share of the others
     */
    public record Base(double halfWithinHours, double youngPerDay, double olderPerDay, Instant estimatedAt) {}

    /** The score on one day; absent when too few were shown anything. */
    public record ScoreDay(LocalDate date, @Nullable Double score) {}

    /** What these push messages cost; those of which it is not known yet, because 48 hours have not passed, are left out. */
    public Map<MessageId, PushCost> of(OfficialAccountId account, Collection<PushMessage> pushes) {
        refresh(account);
        var now = clock.instant();
        var known = pushes.stream()
                .filter(push -> !now.isBefore(push.releasedAt().plus(Insights.COUNTED)))
                .map(PushMessage::id)
                .toList();
        return known.isEmpty() ? Map.of() : new HashMap<>(store.of(account, known));
    }

    /** How followers leave without any push message; empty before the first estimate. */
    public Optional<Base> base(OfficialAccountId account) {
        refresh(account);
        return store.whole(account)
                .map(whole -> new Base(
                        whole.halfWithinHours(), whole.youngPerDay(), whole.olderPerDay(), whole.estimatedAt()));
    }

    /** The present annoyance score; empty when too few were shown anything in thirty days. */
    public Optional<Annoyance> annoyance(OfficialAccountId account) {
        refresh(account);
        var now = clock.instant();
        return Optional.ofNullable(AnnoyanceScore.at(
                now, store.since(account, now.minus(AnnoyanceScore.COUNTED)).values()));
    }

    /** The annoyance score at the end of each of the last days, today last, by what is known today. */
    public List<ScoreDay> scores(OfficialAccountId account, int days, ZoneId zone) {
        refresh(account);
        var now = clock.instant();
        var today = now.atZone(zone).toLocalDate();
        var costs = store.since(account, now.minus(AnnoyanceScore.COUNTED.plusDays(days + 1L)))
                .values();
        var scores = new ArrayList<ScoreDay>();
        for (var day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            var end = day.plusDays(1).atStartOfDay(zone).toInstant();
            var score = AnnoyanceScore.at(end.isAfter(now) ? now : end, costs);
            scores.add(new ScoreDay(day, score == null ? null : score.score()));
        }
        return scores;
    }

    /** The median score of the accounts of the same category; empty when fewer than three of them have one. */
    public Optional<Double> medianOfCategory(OfficialAccountId account) {
        var cards = accounts.cards(store.scored());
        var own = accounts.find(account).orElse(null);
        if (own == null) {
            return Optional.empty();
        }
        var alike = cards.values().stream()
                .filter(other -> other.category() == own.category() && other.state() == AccountState.VERIFIED)
                .map(other -> other.id())
                .toList();
        var scores = store.scores(alike).stream().sorted().toList();
        return scores.size() < FEWEST_TO_COMPARE ? Optional.empty() : Optional.of(scores.get(scores.size() / 2));
    }

    /** The accounts that have a score, for the rules that go by it. */
    public List<OfficialAccountId> scored() {
        return store.scored();
    }

    /** What was released since a time and is known, the first first. */
    List<PushCost> since(OfficialAccountId account, Instant since) {
        refresh(account);
        var known = clock.instant().minus(Insights.COUNTED);
        return store.since(account, since).values().stream()
                .filter(cost -> !cost.releasedAt().isAfter(known))
                .toList();
    }

    private void refresh(OfficialAccountId account) {
        var age = store.whole(account)
                .map(whole -> Duration.between(whole.estimatedAt(), clock.instant()))
                .orElse(null);
        if (age != null && !age.isNegative() && age.compareTo(FRESH) < 0) {
            return;
        }
        if (age != null && !age.isNegative() && age.compareTo(KEPT) < 0 && large.contains(account)) {
            return;
        }
        if (follows.count(account) < LARGE) {
            estimating.estimate(account);
            return;
        }
        large.add(account);
        if (age == null || age.isNegative() || age.compareTo(KEPT) >= 0) {
            behind(account);
        }
    }

    private void behind(OfficialAccountId account) {
        if (underWay.add(account)) {
            Thread.ofVirtual().name("estimate").start(() -> {
                try {
                    estimating.estimate(account);
                } catch (RuntimeException failure) {
                    log.warn("The costs of account {} were not estimated; the last ones stay", account, failure);
                } finally {
                    underWay.remove(account);
                }
            });
        }
    }

    @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.MINUTES)
    void refreshAll() {
        store.scored().forEach(account -> {
            try {
                refresh(account);
            } catch (RuntimeException failure) {
                log.warn("The costs of account {} were not estimated; the last ones stay", account, failure);
            }
        });
    }
}
