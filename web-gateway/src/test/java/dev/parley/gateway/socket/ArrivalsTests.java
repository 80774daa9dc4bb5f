package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ArrivalsTests {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Arrivals arrivals = new Arrivals(
            new Binder(new MapConfigurationPropertySource(
                            Map.of("parley.socket.arrivals-at-once", "2", "parley.socket.arrivals-per-second", "10")))
                    .bindOrCreate("parley.socket", SocketProperties.class),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void letsAsManyInAsMayArriveAtTheSameTime() {
        assertThat(arrivals.tryBegin()).isTrue();
        assertThat(arrivals.tryBegin()).isTrue();
        assertThat(arrivals.tryBegin()).isFalse();

        arrivals.end();

        assertThat(arrivals.tryBegin()).isTrue();
        assertThat(arrivals.underWay()).isEqualTo(2);
    }

    @Test
    void makesRoomForMoreOfThoseWhoHoldATicket() {
        IntStream.range(0, 7).forEach(_ -> arrivals.begin());
        assertThat(arrivals.isFull()).isFalse();

        arrivals.begin();

        assertThat(arrivals.isFull()).isTrue();
    }

    @Test
    void givesEachOfThoseTurnedAwayALaterPlaceAtItsPace() {
        var waits = IntStream.range(0, 50)
                .mapToObj(_ -> arrivals.laterPlease())
                .map(problem -> Duration.between(NOON, problem.possibleAgainAt()))
                .toList();

        assertThat(waits).isSorted();
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(50), Duration.ofMillis(200));
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(4_000), Duration.ofMillis(5_100));
    }

    @Test
    void saysInSecondsHowLongToWait() {
        IntStream.range(0, 29).forEach(_ -> arrivals.laterPlease());

        assertThat(Integer.parseInt(arrivals.secondsUntil(arrivals.laterPlease())))
                .isBetween(2, 4);
    }

    @Test
    void asksNobodyToWaitForMoreThanAMinute() {
        IntStream.range(0, 2_000).forEach(_ -> arrivals.laterPlease());

        assertThat(arrivals.laterPlease().possibleAgainAt()).isBeforeOrEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void asksForTheOthersAtThePaceOfThoseWhoArrive() {
        IntStream.range(0, 2_000).forEach(_ -> {
            arrivals.begin();
            arrivals.begin();
            arrivals.end();
        });

        var first = arrivals.laterPlease().possibleAgainAt();
        IntStream.range(0, 99).forEach(_ -> arrivals.laterPlease());

        assertThat(Duration.between(first, arrivals.laterPlease().possibleAgainAt()))
                .isLessThan(Duration.ofSeconds(5)); // 10 s at the pace that was set
    }

    @Test
    void asksThemToComeSoonerAsLongAsThereIsRoomButNotFasterThanThePaceThatWasSet() {
        var pace = 20_000_000L;
        for (var arrivals = 0; arrivals < 30; arrivals++) {
            pace = Arrivals.nextPace(pace, 1_000_000, 50_000_000, false);
        }

        assertThat(pace).isEqualTo(1_000_000);
        assertThat(Arrivals.nextPace(400_000, 1_000_000, 50_000_000, false))
                .as("a faster one that was learned is kept")
                .isEqualTo(400_000);
    }
}
