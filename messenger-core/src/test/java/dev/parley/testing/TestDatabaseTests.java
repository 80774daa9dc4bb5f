package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyTestApplication;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ParleyTestApplication.class)
class TestDatabaseTests {
    private final JdbcClient jdbc;
    private final Clock clock;

    @Autowired
    TestDatabaseTests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void isPostgresql18WithDurableCommitsAndTheRoomsTables() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18.");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
        assertThat(jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theClockStandsStill() {
        assertThat(clock.instant()).isEqualTo(SettableClock.START);
    }
}
