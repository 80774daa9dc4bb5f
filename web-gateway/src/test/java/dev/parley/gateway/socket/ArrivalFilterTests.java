package dev.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class ArrivalFilterTests {
    private final Arrivals arrivals = new Arrivals(
            new Binder(new MapConfigurationPropertySource(Map.of("parley.socket.arrivals-at-once", "1")))
                    .bindOrCreate("parley.socket", SocketProperties.class),
            Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));
    private final ArrivalFilter filter = new ArrivalFilter(arrivals, new JsonMapper());

    @Test
    void turnsAwayWhoAsksForATicketWhileTooManyAreArriving() throws Exception {
        var second = new MockHttpServletResponse();

        ask("POST", SocketTicketController.PATH, (_, _) -> ask(second, "POST", SocketTicketController.PATH));

        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isEqualTo("1");
        assertThat(second.getContentType()).isEqualTo("application/problem+json");
        assertThat(second.getContentAsString()).contains("\"problem\":\"unavailable\"", "possibleAgainAt");
    }

    @Test
    void letsTheNextOneInOnceThereIsAPlace() throws Exception {
        ask("POST", SocketTicketController.PATH, (_, _) -> {});

        assertThat(ask("POST", SocketTicketController.PATH, (_, _) -> {}).getStatus())
                .isEqualTo(200);
        assertThat(arrivals.underWay()).isZero();
    }

    @Test
    void looksAtNothingElse() throws Exception {
        var other = new MockHttpServletResponse();

        ask("POST", SocketTicketController.PATH, (_, _) -> ask(other, "POST", "/api/v1/sessions"));

        assertThat(other.getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(String method, String path, FilterChain chain) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(method, path), response, chain);
        return response;
    }

    private void ask(MockHttpServletResponse response, String method, String path)
            throws java.io.IOException, jakarta.servlet.ServletException {
        filter.doFilter(new MockHttpServletRequest(method, path), response, (_, _) -> {});
    }
}
