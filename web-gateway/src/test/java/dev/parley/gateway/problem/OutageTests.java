package dev.parley.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.orm.jpa.JpaSystemException;
import tools.jackson.databind.json.JsonMapper;

/** A database that is away is neither a client that has gone nor an error of ours. */
class OutageTests {
    private final ProblemAdvice advice = new ProblemAdvice(new ProblemAnswer(new JsonMapper(), Clock.systemUTC()));

    @Test
    void aConnectionThatTheDatabaseEndedIsAnsweredAsUnavailableWithATimeToComeBack() throws Exception {
        var response = new MockHttpServletResponse();

        advice.handle(
                new DataAccessResourceFailureException(
                        "a query", new SQLException("An I/O error occurred", "08006", new EOFException())),
                new MockHttpServletRequest("GET", "/api/v1/me"),
                response);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString()).contains("\"unavailable\"");
    }

    @Test
    void aFullDiskIsAnOutageHoweverDeepItIsWrapped() {
        var full = new JpaSystemException(
                new IllegalStateException(new SQLException("could not extend file: No space left on device", "53100")));

        assertThat(Outage.isBehind(full)).isTrue();
    }

    @Test
    void aRollbackOnAConnectionThatIsGoneIsAnOutage() {
        assertThat(Outage.isBehind(
                        new JpaSystemException(new IllegalStateException(new SQLException("Connection is closed")))))
                .isTrue();
    }

    @Test
    void aRuleThatTheDatabaseKeepsIsNone() {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLException("duplicate key", "23505"))))
                .isFalse();
    }
}
