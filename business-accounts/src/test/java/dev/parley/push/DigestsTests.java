package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.follow.Follows;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.Period;
import dev.parley.testing.SettableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class DigestsTests {
    private final Digests digests;
    private final Dosages dosages;
    private final Follows follows;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    DigestsTests(Digests digests, Dosages dosages, Follows follows, SettableClock clock, ApplicationContext context) {
        this.digests = digests;
        this.dosages = dosages;
        this.follows = follows;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void comesOnFridaysAtSixInTheFollowersZoneUntilTheyChoose() {
        var alice = town.person("alice", "Europe/Berlin");

        assertThat(digests.of(alice).settings()).isEqualTo(DigestSettings.USUAL);
        assertThat(digests.of(alice).nextAt()).isEqualTo("2026-03-06T17:00:00Z");

        digests.set(alice, new DigestSettings(DayOfWeek.TUESDAY, 7));

        assertThat(digests.settings(alice)).isEqualTo(new DigestSettings(DayOfWeek.TUESDAY, 7));
        assertThat(digests.of(alice).nextAt()).isEqualTo("2026-03-03T06:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # now,                 zone,               day,    hour, next
            2026-03-06T16:59:59Z, Europe/Berlin,      FRIDAY, 18,   2026-03-06T17:00:00Z
            2026-03-06T17:00:00Z, Europe/Berlin,      FRIDAY, 18,   2026-03-13T17:00:00Z
            2026-03-27T17:00:00Z, Europe/Berlin,      FRIDAY, 18,   2026-04-03T16:00:00Z
            2026-10-24T12:00:00Z, Europe/Berlin,      FRIDAY, 18,   2026-10-30T17:00:00Z
            2026-03-02T09:00:00Z, Pacific/Kiritimati, MONDAY, 0,    2026-03-08T10:00:00Z
            2026-03-02T09:00:00Z, America/St_Johns,   MONDAY, 6,    2026-03-02T09:30:00Z
            # an hour that the clocks leave out is made up for right after it, on that day only
            2026-03-28T12:00:00Z, Europe/Berlin,      SUNDAY, 2,    2026-03-29T01:00:00Z
            2026-03-29T01:00:00Z, Europe/Berlin,      SUNDAY, 2,    2026-04-05T00:00:00Z
            # an hour that comes twice counts once
            2026-10-25T00:30:00Z, Europe/Berlin,      SUNDAY, 2,    2026-11-01T01:00:00Z""")
    void keepsItsHourInEveryZoneWhenClocksAreSet(Instant now, ZoneId zone, DayOfWeek day, int hour, Instant expected) {
        assertThat(Digests.next(now, new DigestSettings(day, hour), zone).toInstant())
                .isEqualTo(expected);
    }

    @Test
    void holdsWhatDidNotFitNewestFirstAndCountsWhatCameSinceTheLastOne() {
        var bakery = town.company("bakery");
        var alice = town.person("alice", "Europe/Berlin");
        town.follow(alice, bakery);
        dosages.choose(alice, bakery.id(), new AtMost(1, Period.WEEK));

        town.release(bakery, "fits");
        clock.advance(Duration.ofHours(1));
        var second = town.release(bakery, "second");
        clock.advance(Duration.ofHours(1));
        town.release(bakery, "third");

        var digest = digests.of(alice);
        assertThat(texts(digest)).containsExactly("third", "second");
        assertThat(digest.items().getLast().heldSince()).isEqualTo(second.releasedAt());
        assertThat(digest.items().getLast().message().push())
                .isEqualTo(new dev.parley.conversation.PushMark(2, "week", 1, true));
        assertThat(digest.held()).isEqualTo(2);
        assertThat(digest.atOnce()).isEqualTo(1);
        assertThat(digests.heldNow(alice)).containsOnly(java.util.Map.entry(bakery.id(), 2));

        clock.set(digest.nextAt());

        assertThat(texts(digests.of(alice))).containsExactly("third", "second");
        assertThat(digests.of(alice).held()).isZero();
        assertThat(digests.of(alice).atOnce()).isZero();
        assertThat(digests.heldNow(alice)).isEmpty();
    }

    @Test
    void keepsForThirtyDays() {
        var bakery = town.company("bakery");
        var alice = collector(bakery);
        var push = town.release(bakery, "kept");

        clock.set(push.releasedAt().plus(Duration.ofDays(30)));
        assertThat(texts(digests.of(alice))).containsExactly("kept");

        clock.advance(Duration.ofSeconds(1));
        assertThat(texts(digests.of(alice))).isEmpty();
    }

    @Test
    void holdsNothingOfAnAccountOnceItIsUnfollowedUnlessThatIsTakenBack() {
        var bakery = town.company("bakery");
        var bank = town.company("bank");
        var alice = collector(bakery);
        town.follow(alice, bank);
        dosages.choose(alice, bank.id(), new Dosage.DigestOnly());
        town.release(bakery, "rye");
        town.release(bank, "rates");

        follows.unfollow(alice, bakery.id());

        assertThat(texts(digests.of(alice))).containsExactly("rates");
        assertThat(digests.heldNow(alice)).containsOnlyKeys(bank.id());

        follows.restore(alice, bakery.id());

        assertThat(texts(digests.of(alice))).containsExactly("rates", "rye");
    }

    @Test
    void doesNotBringBackWhatWasHeldBeforeAnEarlierFollowEnded() {
        var bakery = town.company("bakery");
        var alice = collector(bakery);
        town.release(bakery, "in the first follow");
        follows.unfollow(alice, bakery.id());
        clock.advance(Duration.ofHours(1));

        town.follow(alice, bakery);
        town.release(bakery, "in the second follow");

        assertThat(texts(digests.of(alice))).containsExactly("in the second follow");
    }

    /** Follows and wants everything in the digest. */
    private UserId collector(Town.Company company) {
        var alice = town.person("alice", "Europe/Berlin");
        town.follow(alice, company);
        dosages.choose(alice, company.id(), new Dosage.DigestOnly());
        return alice;
    }

    private static List<String> texts(Digest digest) {
        return digest.items().stream()
                .map(item -> item.message().body().preview())
                .toList();
    }
}
