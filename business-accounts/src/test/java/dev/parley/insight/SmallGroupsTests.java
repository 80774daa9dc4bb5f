package dev.parley.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallGroupsTests {
    @Test
    void showsACountOnlyOfAGroupOfTwenty() {
        assertThat(SmallGroups.within(20L, 3L)).isEqualTo(3);
        assertThat(SmallGroups.within(19L, 3L)).isNull();
        assertThat(SmallGroups.within(null, 3L)).isNull();
    }

    @Test
    void leavesOutSoManyPartsThatTheTotalTellsOfNoSmallOne() {
        assertThat(SmallGroups.shown(List.of(300L, 105L, 7L), Long::longValue)).containsExactly(300L);
        assertThat(SmallGroups.shown(List.of(300L, 105L, 7L, 15L), Long::longValue))
                .containsExactly(300L, 105L);
        assertThat(SmallGroups.shown(List.of(300L, 105L), Long::longValue)).containsExactly(300L, 105L);
        assertThat(SmallGroups.shown(List.of(300L, 0L), Long::longValue)).containsExactly(300L, 0L);
        assertThat(SmallGroups.shown(List.of(12L, 0L), Long::longValue)).containsExactly(0L);
    }

    @Test
    void neverShowsASmallPartAndNeverLeavesOutFewerThanTwentyOfMore() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var parts = random.ints(1 + random.nextInt(6), 0, 60)
                    .mapToObj(Long::valueOf)
                    .toList();
            var shown = SmallGroups.shown(parts, Long::longValue);
            var all = parts.stream().mapToLong(Long::longValue).sum();
            var hidden = all - shown.stream().mapToLong(Long::longValue).sum();

            assertThat(shown).allMatch(part -> part == 0 || part >= SmallGroups.FEWEST);
            if (all >= SmallGroups.FEWEST) {
                assertThat(hidden == 0 || hidden >= SmallGroups.FEWEST)
                        .as("%s of %s", shown, parts)
                        .isTrue();
            }
        }
    }
}
