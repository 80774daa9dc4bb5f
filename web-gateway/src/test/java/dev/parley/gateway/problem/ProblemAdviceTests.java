package dev.parley.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpException;
import org.junit.jupiter.api.Test;

/** What a client can cause is its own problem, whoever finds it out. */
class ProblemAdviceTests {
    @Test
    void aQueryThatJettyCannotReadIsAnInvalidRequest() {
        var problem = ProblemAdvice.view(new HttpException.IllegalStateException(400, "Bad query"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.problem()).isEqualTo("invalid-request");
    }

    @Test
    void aFailureOfJettyItselfStaysOurs() {
        assertThat(ProblemAdvice.view(new HttpException.RuntimeException(500, "no idea"))
                        .status())
                .isEqualTo(500);
    }
}
