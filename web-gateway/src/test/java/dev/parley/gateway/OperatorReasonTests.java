package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ParleyApplication;
import dev.parley.gateway.SmallWorld.Who;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an operator does against somebody has a reason, and a request without one is told so by name. */
@SpringBootTest(
        classes = ParleyApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "parley.rate-limits.enabled=false")
@Import(SmallWorld.class)
class OperatorReasonTests {
    private final SmallWorld world;
    private final JsonMapper json;

    @Autowired
    OperatorReasonTests(SmallWorld world, JsonMapper json) {
        this.world = world;
        this.json = json;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            POST,   accounts/{bakery}/suspension,
            POST,   accounts/{bakery}/suspension,   {}
            POST,   accounts/{bakery}/suspension,   `{"reason": "  "}`
            DELETE, accounts/{bakery}/suspension,
            DELETE, accounts/{bakery}/suspension,   {}
            POST,   accounts/{bakery}/verification, `{"decision": "refuse"}`
            PUT,    accounts/{bakery}/quota,
            PUT,    accounts/{bakery}/quota,        `{"releasesPerDay": 1, "releasesPerMonth": 2}`
            POST,   users/{alice}/suspension,
            POST,   users/{alice}/suspension,       {}
            DELETE, users/{alice}/suspension,""")
    void nothingIsDoneWithoutAReason(String method, String act, @Nullable String body) throws Exception {
        var people = world.people();
        var path = "/api/v1/operator/"
                + act.replace("{bakery}", people.bakery().toString())
                        .replace(
                                "{alice}",
                                Objects.requireNonNull(people.ids().get(Who.USER))
                                        .toString());

        var answer = world.ask(
                Who.OPERATOR, method, path, body, "Idempotency-Key", "reason-" + (method + act + body).hashCode());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var problem = json.readTree(answer.body());
        assertThat(problem.path("problem").asString()).isEqualTo("invalid-request");
        assertThat(StreamSupport.stream(problem.path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString()))
                .as(answer.body())
                .contains("reason");
    }
}
