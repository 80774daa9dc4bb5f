package dev.parley.push;

import dev.parley.account.OfficialAccountId;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.identity.ProfileChanged;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.DigestOnly;
import dev.parley.push.Dosage.Everything;
import dev.parley.push.Dosage.Period;
import dev.parley.push.DosageOutcome.Alternative;
import dev.parley.push.DosageOutcome.Column;
import dev.parley.push.DosageOutcome.Counts;
import dev.parley.push.DosageOutcome.Item;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dosages: what each follower chose for each account, and what a choice makes of what was sent. A choice outlives the
 * follow: whoever follows again finds it as it was.
 */
@Component
public class Dosages {
    private static final int WEEKS = 4;
    private static final int MOST_ALTERNATIVES = 10;

    private final ChoiceStore choices;
    private final PushStore store;
    private final PushOrder order;
    private final Zones zones;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Dosages(
            ChoiceStore choices,
            PushStore store,
            PushOrder order,
            Zones zones,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.choices = choices;
        this.store = store;
        this.order = order;
        this.zones = zones;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** The dosage in force; everything as long as the user has not chosen. */
    public Dosage of(UserId user, OfficialAccountId account) {
        return inForce(choices.of(user, account));
    }

    /** The dosages of all accounts for which the user has ever chosen; for the others it is everything. */
    public Map<OfficialAccountId, Dosage> ofUser(UserId user) {
        var dosages = new HashMap<OfficialAccountId, Dosage>();
        choices.ofUser(user).forEach((account, chosen) -> dosages.put(account, inForce(chosen)));
        return dosages;
    }

    /**
     * Chooses a dosage for everything that is released from here on, and tells the user's devices. What was released
     * before stays where it is. Repeated: nothing happens, same answer.
     *
     * @return the dosage that was in force until now
     */
    @Transactional
    public Dosage choose(UserId user, OfficialAccountId account, Dosage dosage) {
        order.holdStill();
        return put(user, account, dosage);
    }

    /** Goes down one step, as {@link Dosage#less} says; empty when nothing less can be chosen. Returns the former dosage. */
    @Transactional
    public Optional<Dosage> less(UserId user, OfficialAccountId account) {
        order.holdStill();
        var less = of(user, account).less();
        return less == null ? Optional.empty() : Optional.of(put(user, account, less));
    }

    /** How many followers of an account chose less in [from, until). */
    public long lessChosen(OfficialAccountId account, Instant from, Instant until) {
        return choices.lessChosen(account, from, until);
    }

    /**
     * What a dosage would have made of the last four calendar weeks of an account, in the user's zone; computed by the
     * rule that delivers. Also for users who do not follow.
     *
     * @param asked absent for the dosage in force
     */
    public DosageOutcome outcome(UserId user, OfficialAccountId account, @Nullable Dosage asked) {
        var zone = zones.now(user);
        var dosage = asked == null ? of(user, account) : asked;
        var period = dosage instanceof AtMost atMost ? atMost.period() : Period.WEEK;
        var today = clock.instant().atZone(zone).toLocalDate();
        var firstDay = Period.WEEK.firstDay(today).minusWeeks(WEEKS - 1);
        var since = firstDay.atStartOfDay(zone).toInstant();
        var pushes = store.since(List.of(account), Period.MONTH.start(since, zone));
        var decisions = decide(dosage, pushes, since, zone);
        var outcome = counts(decisions);
        return new DosageOutcome(
                decisions.size(),
                since,
                period,
                columns(period, firstDay, today, pushes, decisions, zone),
                outcome,
                alternatives(period).stream()
                        .map(other -> alternative(other, counts(decide(other, pushes, since, zone))))
                        .toList(),
                WEEKS);
    }

    /** A follower who moves counts calendar periods in the new zone from here on. A second run finds nothing to change. */
    @ApplicationModuleListener
    void on(ProfileChanged event) {
        zones.forget(event.user());
        var zone = zones.now(event.user());
        order.holdStill();
        choices.ofUser(event.user()).forEach((account, chosen) -> {
            var last = chosen.getLast();
            if (!last.zone().equals(zone)) {
                var moved = new Choice(store.newest(account), clock.instant(), last.dosage(), zone);
                choices.put(event.user(), account, moved, false);
            }
        });
    }

    private Dosage put(UserId user, OfficialAccountId account, Dosage dosage) {
        var chosen = choices.of(user, account);
        var previous = inForce(chosen);
        var zone = zones.now(user);
        if (previous.equals(dosage)
                && !chosen.isEmpty()
                && chosen.getLast().zone().equals(zone)) {
            return previous;
        }
        var now = clock.instant();
        var place = store.newest(account);
        var before =
                inForce(chosen.stream().filter(it -> it.afterSequence() < place).toList());
        choices.put(user, account, new Choice(place, now, dosage, zone), dosage.isLessThan(before));
        changes.announce(PartyRef.user(user), ChangedThing.FOLLOW, account.value());
        changes.announce(PartyRef.user(user), ChangedThing.DIGEST, null);
        if (!previous.equals(dosage)) {
            events.publishEvent(new DosageChosen(user, account, previous, dosage, now));
        }
        return previous;
    }

    private static Dosage inForce(List<Choice> chosen) {
        return chosen.isEmpty() ? new Everything() : chosen.getLast().dosage();
    }

    private static List<Decision> decide(Dosage dosage, List<PushMessage> pushes, Instant since, ZoneId zone) {
        var timeline = pushes.stream()
                .map(push -> new Release(push.sequence(), push.releasedAt()))
                .toList();
        return DosageRule.decide(List.of(new Choice(0, Instant.EPOCH, dosage, zone)), timeline, _ -> true, zone)
                .stream()
                .filter(decision -> !decision.release().at().isBefore(since))
                .toList();
    }

    private static List<Column> columns(
            Period period,
            LocalDate firstDay,
            LocalDate today,
            List<PushMessage> pushes,
            List<Decision> decisions,
            ZoneId zone) {
        var ids = new HashMap<Long, PushMessage>();
        pushes.forEach(push -> ids.put(push.sequence(), push));
        var items = new HashMap<LocalDate, List<Item>>();
        for (var decision : decisions) {
            var push = ids.get(decision.release().sequence());
            if (push != null) {
                items.computeIfAbsent(
                                period.firstDay(push.releasedAt().atZone(zone).toLocalDate()), _ -> new ArrayList<>())
                        .add(new Item(push.id(), push.releasedAt(), decision.atOnce()));
            }
        }
        var current = period.firstDay(today);
        var columns = new ArrayList<Column>();
        for (var day = period.firstDay(firstDay); !day.isAfter(current); day = period.next(day)) {
            columns.add(new Column(day, day.equals(current), items.getOrDefault(day, List.of())));
        }
        return columns;
    }

    private static List<Dosage> alternatives(Period period) {
        var alternatives = new ArrayList<Dosage>();
        alternatives.add(new Everything());
        for (var count = 1; count <= MOST_ALTERNATIVES; count++) {
            alternatives.add(new AtMost(count, period));
        }
        alternatives.add(new DigestOnly());
        alternatives.add(new AnswersOnly());
        return alternatives;
    }

    private static Counts counts(List<Decision> decisions) {
        var atOnce = (int) decisions.stream().filter(Decision::atOnce).count();
        return new Counts(atOnce, decisions.size() - atOnce);
    }

    private static Alternative alternative(Dosage dosage, Counts counts) {
        return new Alternative(dosage, counts.atOnce(), counts.held());
    }
}
