package dev.parley.push;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.ParleyTestApplication;
import dev.parley.account.OfficialAccountId;
import dev.parley.conversation.Message;
import dev.parley.delivery.spi.Timeline;
import dev.parley.delivery.spi.TimelineEntry;
import dev.parley.follow.Follows;
import dev.parley.identity.ChangeProfile;
import dev.parley.identity.Users;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.Everything;
import dev.parley.push.Dosage.Period;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox law and the law of dosage for push messages, on real releases, choices, follows and moves. */
@SpringBootTest(classes = ParleyTestApplication.class)
class FollowerTimelineTests {
    private final Timeline timeline;
    private final PushMessages pushMessages;
    private final Dosages dosages;
    private final Digests digests;
    private final Follows follows;
    private final Users users;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    FollowerTimelineTests(
            FollowerTimeline timeline,
            PushMessages pushMessages,
            Dosages dosages,
            Digests digests,
            Follows follows,
            Users users,
            JdbcClient jdbc,
            DataSource dataSource,
            SettableClock clock,
            ApplicationContext context) {
        this.timeline = timeline;
        this.pushMessages = pushMessages;
        this.dosages = dosages;
        this.digests = digests;
        this.follows = follows;
        this.users = users;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @Test
    void neverPassesAReleaseWhoseTransactionMayStillCommit() throws Exception {
        var bakery = town.company("bakery");
        var bank = town.company("bank");
        var alice = town.person("alice", "UTC");
        town.follow(alice, bakery);
        town.follow(alice, bank);
        var start = timeline.newest();
        town.release(bakery, "so that the account's audit stream exists");

        try (var held = dataSource.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            held.setAutoCommit(false);
            try (var lock = held.prepareStatement("select 1 from audit_head where stream = ? for update")) {
                lock.setString(1, bakery.id().toString());
                lock.executeQuery();
            }
            var slow = threads.submit(() -> pushMessages.release(town.draft(bakery, "slow")));
            await().atMost(10, SECONDS).until(() -> waitingTransactions() == 1);
            var quick = threads.submit(() -> pushMessages.release(town.draft(bank, "quick")));
            await().atMost(10, SECONDS).until(() -> quick.isDone() || waitingTransactions() == 2);

            var first = timeline.read(PartyRef.user(alice), start, 100);
            held.rollback();
            slow.get();
            quick.get();
            var second = timeline.read(PartyRef.user(alice), first.through(), 100);

            var readingOn = new ArrayList<>(first.entries());
            readingOn.addAll(second.entries());
            assertThat(texts(readingOn)).contains("slow", "quick");
            assertThat(sequences(readingOn))
                    .isEqualTo(sequences(
                            timeline.read(PartyRef.user(alice), start, 100).entries()));
        }
    }

    @Test
    void showsNothingAfterAnUnfollowThoughItWasReleasedASecondBefore() {
        var bakery = town.company("bakery");
        var alice = town.person("alice", "UTC");
        town.follow(alice, bakery);
        var start = timeline.newest();

        town.release(bakery, "just before");
        clock.advance(Duration.ofSeconds(1));
        follows.unfollow(alice, bakery.id());
        town.crowd(bakery, 1);
        town.release(bakery, "just after");

        assertThat(timeline.read(PartyRef.user(alice), start, 100).entries()).isEmpty();
        assertThat(timeline.read(PartyRef.user(alice), start, 100).through()).isEqualTo(timeline.newest());
    }

    @Test
    void showsWhatIsReleasedFromTheFollowOnAndNothingOlder() {
        var bakery = town.company("bakery");
        var alice = town.person("alice", "UTC");
        town.crowd(bakery, 1);
        town.release(bakery, "yesterday's news");
        clock.advance(Duration.ofHours(1));
        town.follow(alice, bakery);
        town.release(bakery, "fresh");

        assertThat(texts(timeline.read(PartyRef.user(alice), 0, 100).entries())).containsExactly("fresh");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsTheDosageAndLosesNothingWhateverHappens(long seed) throws Exception {
        var random = new Random(seed);
        var companies = List.of(
                town.unbounded(town.company("bakery")),
                town.unbounded(town.company("bank")),
                town.unbounded(town.company("rail")));
        companies.forEach(company -> town.crowd(company, 1));
        var alice = town.person("alice", "Europe/Berlin");
        var zone = ZoneId.of("Europe/Berlin");
        var dosage = new HashMap<Town.Company, Dosage>();
        var following = new HashSet<Town.Company>(companies);
        var followedFrom = new HashMap<OfficialAccountId, Long>();
        companies.forEach(company -> town.follow(alice, company));
        var expected = new HashMap<Long, Expected>();
        var start = timeline.newest();
        var cursor = start;
        var readingOn = new ArrayList<TimelineEntry>();

        for (var step = 0; step < 120; step++) {
            clock.advance(Duration.ofMinutes(1 + random.nextInt(400)));
            var company = companies.get(random.nextInt(companies.size()));
            switch (random.nextInt(40)) {
                case 0, 1, 6, 7 -> {
                    var chosen = anyDosage(random);
                    dosages.choose(alice, company.id(), chosen);
                    dosage.put(company, chosen);
                }
                case 2 -> {
                    zone = ZoneId.of(List.of("UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns")
                            .get(random.nextInt(4)));
                    move(alice, zone);
                }
                case 3 -> {
                    if (following.remove(company)) {
                        follows.unfollow(alice, company.id());
                    } else {
                        town.follow(alice, company);
                        following.add(company);
                        followedFrom.put(company.id(), timeline.newest());
                    }
                }
                case 4, 5, 8, 9 -> {
                    var stretch = timeline.read(PartyRef.user(alice), cursor, 1 + random.nextInt(6));
                    readingOn.addAll(stretch.entries());
                    cursor = stretch.through();
                }
                default -> {
                    var push = town.release(company, "step " + step);
                    if (following.contains(company)) {
                        expected.put(
                                push.sequence(),
                                new Expected(company, push, dosage.getOrDefault(company, new Everything()), zone));
                    }
                }
            }
        }
        while (cursor < timeline.newest()) {
            var stretch = timeline.read(PartyRef.user(alice), cursor, 3);
            readingOn.addAll(stretch.entries());
            cursor = stretch.through();
        }

        var fresh = messages(timeline.read(PartyRef.user(alice), start, 10_000).entries());
        assertThat(messages(readingOn).stream()
                        .filter(message -> following.stream().anyMatch(company -> isOf(message, company, followedFrom)))
                        .map(Message::sequence))
                .as("reading on, of the accounts followed now")
                .containsExactlyElementsOf(fresh.stream().map(Message::sequence).toList());
        assertThat(fresh.stream().map(Message::sequence)).doesNotHaveDuplicates();
        assertThat(messages(readingOn).stream().map(Message::sequence)).doesNotHaveDuplicates();

        var atOnce = new HashSet<Long>();
        messages(readingOn).forEach(message -> atOnce.add(message.sequence()));
        fresh.forEach(message -> atOnce.add(message.sequence()));
        assertThat(atOnce).isNotEmpty();
        assertNeverMoreThanChosen(expected, atOnce);
        var held = new HashSet<Long>();
        digests.of(alice).items().forEach(item -> held.add(item.message().sequence()));
        assertThat(held).doesNotContainAnyElementsOf(atOnce);
        for (var each : expected.values()) {
            if (following.contains(each.company())
                    && each.push().sequence()
                            > followedFrom.getOrDefault(each.company().id(), 0L)) {
                assertThat(atOnce.contains(each.push().sequence())
                                || held.contains(each.push().sequence()))
                        .as("%s is either at once or held", each)
                        .isTrue();
            }
        }
    }

    private record Expected(Town.Company company, PushMessage push, Dosage dosage, ZoneId zone) {}

    private static void assertNeverMoreThanChosen(Map<Long, Expected> expected, Set<Long> atOnce) {
        for (var each : expected.values()) {
            if (!atOnce.contains(each.push().sequence())) {
                continue;
            }
            switch (each.dosage()) {
                case Everything _ -> {}
                case AtMost(var count, var period) -> {
                    var start = period.start(each.push().releasedAt(), each.zone());
                    var came = expected.values().stream()
                            .filter(other -> other.company().equals(each.company()))
                            .filter(other ->
                                    other.push().sequence() <= each.push().sequence())
                            .filter(other -> !other.push().releasedAt().isBefore(start))
                            .filter(other -> atOnce.contains(other.push().sequence()))
                            .count();
                    assertThat(came).as("%s", each).isLessThanOrEqualTo(count);
                }
                case Dosage.DigestOnly _, Dosage.AnswersOnly _ -> throw new AssertionError(each + " came at once");
            }
        }
    }

    private static boolean isOf(Message message, Town.Company company, Map<OfficialAccountId, Long> followedFrom) {
        return company.id().party().equals(message.sender().party())
                && message.sequence() > followedFrom.getOrDefault(company.id(), 0L);
    }

    private void move(UserId user, ZoneId zone) {
        users.changeProfile(new ChangeProfile(user, null, new ChangeProfile.PictureChange.Keep(), null, zone.getId()));
        await().atMost(10, SECONDS)
                .until(() -> jdbc.sql("""
                        select count(*) from (select distinct on (account_id) time_zone from dosage_choice
                            where user_id = ? order by account_id, after_sequence desc) latest where time_zone <> ?""")
                                .param(user.value())
                                .param(zone.getId())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private static Dosage anyDosage(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Everything();
            case 1 -> new Dosage.DigestOnly();
            case 2 -> new Dosage.AnswersOnly();
            default -> new AtMost(1 + random.nextInt(3), Period.values()[random.nextInt(3)]);
        };
    }

    private long waitingTransactions() {
        return jdbc.sql("select count(distinct pid) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private static List<Message> messages(List<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.carried() instanceof Message)
                .map(entry -> (Message) java.util.Objects.requireNonNull(entry.carried()))
                .toList();
    }

    private static List<Long> sequences(List<TimelineEntry> entries) {
        return entries.stream().map(TimelineEntry::sequence).toList();
    }

    private static List<String> texts(List<TimelineEntry> entries) {
        return messages(entries).stream()
                .map(message -> message.body().preview())
                .toList();
    }
}
