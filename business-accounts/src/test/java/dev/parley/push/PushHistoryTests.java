package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import dev.parley.conversation.Message;
import dev.parley.follow.Follows;
import dev.parley.kernel.UserId;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.Period;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(classes = ParleyTestApplication.class)
class PushHistoryTests {
    private final PushHistory history;
    private final Dosages dosages;
    private final Follows follows;
    private final SettableClock clock;
    private final Town town;

    @Autowired
    PushHistoryTests(
            PushHistory history, Dosages dosages, Follows follows, SettableClock clock, ApplicationContext context) {
        this.history = history;
        this.dosages = dosages;
        this.follows = follows;
        this.clock = clock;
        this.town = new Town(context);
    }

    @BeforeEach
    void startAnew() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 50})
    void turnsPagesWithoutGapOrRepetitionPastWhatWasHeld(int limit) {
        var bakery = town.unbounded(town.company("bakery"));
        var alice = town.person("alice", "UTC");
        var came = cameAtOnce(alice, bakery);

        var turned = new ArrayList<Long>();
        @Nullable Long before = null;
        while (true) {
            var page = sequences(history.before(alice, bakery.id(), before, limit));
            assertThat(page).isSorted().hasSizeLessThanOrEqualTo(limit);
            if (page.isEmpty()) {
                break;
            }
            turned.addAll(0, page);
            before = page.getFirst();
        }

        assertThat(turned).isEqualTo(came);
    }

    @Test
    void beginsBelowTheSequenceGivenAndEndsWithTheFollow() {
        var bakery = town.unbounded(town.company("bakery"));
        var alice = town.person("alice", "UTC");
        town.crowd(bakery, 1);
        town.release(bakery, "before the follow");
        clock.advance(Duration.ofHours(1));
        town.follow(alice, bakery);
        var first = town.release(bakery, "first").sequence();
        var second = town.release(bakery, "second").sequence();
        clock.advance(Duration.ofHours(1));
        follows.unfollow(alice, bakery.id());
        clock.advance(Duration.ofHours(1));
        town.release(bakery, "after the follow");

        assertThat(sequences(history.before(alice, bakery.id(), null, 50))).containsExactly(first, second);
        assertThat(sequences(history.before(alice, bakery.id(), second + 1, 50)))
                .containsExactly(first, second);
        assertThat(sequences(history.before(alice, bakery.id(), second, 50))).containsExactly(first);
        assertThat(sequences(history.before(alice, bakery.id(), first, 50))).isEmpty();
    }

    @Test
    void marksWhichOneOfThePeriodItWasWhereverAPageBegins() {
        var bakery = town.unbounded(town.company("bakery"));
        var alice = town.person("alice", "UTC");
        town.follow(alice, bakery);
        dosages.choose(alice, bakery.id(), new AtMost(3, Period.WEEK));
        for (var i = 0; i < 3; i++) {
            town.release(bakery, "number " + i);
        }

        var whole = history.before(alice, bakery.id(), null, 50);
        var newest = history.before(alice, bakery.id(), null, 1);

        assertThat(whole).extracting(message -> mark(message).ordinal()).containsExactly(1, 2, 3);
        assertThat(newest).containsExactly(whole.getLast());
    }

    @Test
    void showsTheNewestThatCameAtOnceAndHowManyAreUnreadInTheList() {
        var bakery = town.unbounded(town.company("bakery"));
        var alice = town.person("alice", "UTC");
        var came = cameAtOnce(alice, bakery);

        var rows = history.rows(alice, Map.of(bakery.id(), came.get(4)));

        assertThat(rows).containsOnlyKeys(bakery.id());
        assertThat(rows.values()).extracting(row -> row.last().sequence()).containsExactly(came.getLast());
        assertThat(rows.values()).extracting(PushHistory.Row::unread).containsExactly(came.size() - 5);

        follows.unfollow(alice, bakery.id());
        assertThat(history.rows(alice, Map.of())).isEmpty();
    }

    /** Two a day of three, for four days: the sequences of what came at once. */
    private List<Long> cameAtOnce(UserId user, Town.Company company) {
        town.follow(user, company);
        dosages.choose(user, company.id(), new AtMost(2, Period.DAY));
        var came = new ArrayList<Long>();
        for (var day = 0; day < 4; day++) {
            came.add(town.release(company, "morning " + day).sequence());
            came.add(town.release(company, "noon " + day).sequence());
            town.release(company, "evening " + day);
            clock.advance(Duration.ofDays(1));
        }
        return came;
    }

    private static dev.parley.conversation.PushMark mark(Message message) {
        return java.util.Objects.requireNonNull(message.push());
    }

    private static List<Long> sequences(List<Message> messages) {
        return messages.stream().map(Message::sequence).toList();
    }
}
