package dev.parley.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.push.Dosage.AnswersOnly;
import dev.parley.push.Dosage.AtMost;
import dev.parley.push.Dosage.DigestOnly;
import dev.parley.push.Dosage.Everything;
import dev.parley.push.Dosage.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DosageTests {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void isWrittenAsTheProtocolSays() {
        assertThat(json.writeValueAsString(new AtMost(2, Period.WEEK)))
                .isEqualTo("{\"type\":\"at-most\",\"count\":2,\"period\":\"week\"}");
        assertThat(json.writeValueAsString(new Everything())).isEqualTo("{\"type\":\"everything\"}");
        assertThat(json.readValue("{\"type\":\"digest\"}", Dosage.class)).isEqualTo(new DigestOnly());
        assertThat(json.readValue("{\"type\":\"at-most\",\"count\":3,\"period\":\"day\"}", Dosage.class))
                .isEqualTo(new AtMost(3, Period.DAY));
    }

    @Test
    void countsFromOneToNinetyNine() {
        assertThatThrownBy(() -> new AtMost(0, Period.DAY)).hasMessageContaining("0");
        assertThatThrownBy(() -> new AtMost(100, Period.DAY)).hasMessageContaining("100");
        assertThat(new AtMost(99, Period.DAY).count()).isEqualTo(99);
    }

    @Test
    void lessGoesDownStepByStepToAnswersOnlyAndEndsThere() {
        assertThat(new Everything().less()).isEqualTo(new AtMost(1, Period.WEEK));
        assertThat(new AtMost(3, Period.DAY).less()).isEqualTo(new AtMost(1, Period.WEEK));
        assertThat(new AtMost(2, Period.WEEK).less()).isEqualTo(new AtMost(1, Period.WEEK));
        assertThat(new AtMost(1, Period.WEEK).less()).isEqualTo(new DigestOnly());
        assertThat(new DigestOnly().less()).isEqualTo(new AnswersOnly());
        assertThat(new AnswersOnly().less()).isNull();
    }

    @Test
    void lessIsNeverMore() {
        for (var period : Period.values()) {
            for (var count = 1; count < 100; count++) {
                Dosage dosage = new AtMost(count, period);
                for (var less = dosage.less(); less != null; less = dosage.less()) {
                    assertThat(less.isLessThan(dosage))
                            .as("%s after %s", less, dosage)
                            .isTrue();
                    dosage = less;
                }
            }
        }
    }

    @Test
    void aWeekStartsOnMondayInTheFollowersZone() {
        var auckland = ZoneId.of("Pacific/Auckland");
        var sundayInLondon = Instant.parse("2026-11-22T20:00:00Z");

        assertThat(Period.WEEK.firstDay(LocalDate.parse("2026-11-22"))).isEqualTo("2026-11-16");
        assertThat(Period.WEEK.start(sundayInLondon, ZoneId.of("Europe/London")))
                .isEqualTo("2026-11-16T00:00:00Z");
        assertThat(Period.WEEK.start(sundayInLondon, auckland)).isEqualTo("2026-11-22T11:00:00Z");
    }
}
