package dev.parley.push;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.parley.account.OfficialAccountId;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.Changes;
import dev.parley.follow.Follow;
import dev.parley.follow.Follows;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Digests: what did not fit a dosage, gathered per user. Nothing is stored for them but when they come (table {@code
 * digest_setting}); what they hold is what the rule held.
 */
@Component
public class Digests {
    private final JdbcClient jdbc;
    private final Follows follows;
    private final ChoiceStore choices;
    private final PushStore store;
    private final Judge judge;
    private final Zones zones;
    private final Changes changes;
    private final PushProperties properties;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            Follows follows,
            ChoiceStore choices,
            PushStore store,
            Judge judge,
            Zones zones,
            Changes changes,
            PushProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.follows = follows;
        this.choices = choices;
        this.store = store;
        this.judge = judge;
        this.zones = zones;
        this.changes = changes;
        this.properties = properties;
        this.clock = clock;
    }

    /** The digest of a user: everything held in present follows, within the time it is kept. */
    public Digest of(UserId user) {
        var now = clock.instant();
        var settings = settings(user);
        var zone = zones.now(user);
        var next = next(now, settings, zone);
        var last = next.minusWeeks(1).toInstant();
        var judged = judged(user, zone, now);
        var items = held(judged).stream()
                .sorted(comparing((Judged it) -> it.push().sequence()).reversed())
                .map(it -> new HeldPush(
                        it.push().account(), it.message(), it.push().releasedAt()))
                .toList();
        var held = (int)
                items.stream().filter(it -> !it.heldSince().isBefore(last)).count();
        var atOnce = (int) judged.stream()
                .filter(it -> it.decision().atOnce() && !it.push().releasedAt().isBefore(last))
                .count();
        return new Digest(next.toInstant(), held, atOnce, items, settings);
    }

    /** How many of each account were held since the digest came last; accounts with none are left out. */
    public Map<OfficialAccountId, Integer> heldNow(UserId user) {
        var now = clock.instant();
        var zone = zones.of(user);
        var last = next(now, settings(user), zone).minusWeeks(1).toInstant();
        var counts = new HashMap<OfficialAccountId, Integer>();
        for (var each : held(judged(user, zone, now))) {
            if (!each.push().releasedAt().isBefore(last)) {
                counts.merge(each.push().account(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** When the user's digest comes; Fridays at 18:00 until the user chooses. */
    public DigestSettings settings(UserId user) {
        return jdbc.sql("select weekday, hour from digest_setting where user_id = ?")
                .param(user.value())
                .query((row, _) ->
                        new DigestSettings(DayOfWeek.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getInt(2)))
                .optional()
                .orElse(DigestSettings.USUAL);
    }

    /** Chooses when the digest comes and tells the user's devices. Repeated: nothing happens. */
    @Transactional
    public void set(UserId user, DigestSettings settings) {
        jdbc.sql("""
                        insert into digest_setting (user_id, weekday, hour) values (?, ?, ?)
                        on conflict (user_id) do update set weekday = excluded.weekday, hour = excluded.hour""")
                .param(user.value())
                .param(settings.day().name().toLowerCase(Locale.ROOT))
                .param(settings.hour())
                .update();
        changes.announce(PartyRef.user(user), ChangedThing.DIGEST, null);
    }

    private static List<Judged> held(List<Judged> judged) {
        return judged.stream().filter(it -> !it.decision().atOnce()).toList();
    }

    /** Everything that the present follows of a user brought within the time the digest is kept. */
    private List<Judged> judged(UserId user, ZoneId zone, Instant now) {
        var since = now.minus(properties.digestKept());
        var byAccount = follows.ofUserSince(user, Instant.EPOCH).stream().collect(groupingBy(Follow::account));
        byAccount.values().removeIf(all -> all.stream().allMatch(follow -> follow.endedAt() != null));
        byAccount.keySet().retainAll(choices.ofUser(user).keySet());
        if (byAccount.isEmpty()) {
            return List.of();
        }
        var pushes = store.since(byAccount.keySet(), since);
        var chosen = choices.ofUser(user); // again: what is in force for a push message was committed before it
        var all = new ArrayList<Judged>();
        pushes.stream().collect(groupingBy(PushMessage::account)).forEach((account, ofOne) -> {
            var theirs = chosen.getOrDefault(account, List.of());
            var from = DosageRule.lookBack(theirs, ofOne.getFirst().releasedAt(), zone);
            var earlier = store.releases(account, from, ofOne.getFirst().sequence());
            judge.judge(byAccount.getOrDefault(account, List.of()), theirs, ofOne, earlier, zone).stream()
                    .filter(it -> it.follow().endedAt() == null)
                    .forEach(all::add);
        });
        return all;
    }

    static ZonedDateTime next(Instant now, DigestSettings settings, ZoneId zone) {
        var local = now.atZone(zone);
        var next = local.toLocalDate()
                .with(TemporalAdjusters.nextOrSame(settings.day()))
                .atTime(settings.hour(), 0);
        // By the calendar: an hour that is left out on one day is there again a week later
        var due = next.atZone(zone);
        return due.toInstant().isAfter(now) ? due : next.plusWeeks(1).atZone(zone);
    }
}
