package dev.parley.gateway.socket;

import dev.parley.gateway.problem.ProblemAnswer;
import dev.parley.gateway.problem.ProblemView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Turns those away who ask for a ticket while too many are arriving; before anything else, since even looking at the session costs. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ArrivalFilter extends OncePerRequestFilter {
    private final Arrivals arrivals;
    private final JsonMapper json;

    ArrivalFilter(Arrivals arrivals, JsonMapper json) {
        this.arrivals = arrivals;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals(SocketTicketController.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!arrivals.tryBegin()) {
            refuse(response, arrivals.laterPlease());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            arrivals.end();
        }
    }

    /** As all problems are written, but without a line in the log for each of thousands. */
    private void refuse(HttpServletResponse response, ProblemView problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Retry-After", arrivals.secondsUntil(problem));
        var body = json.writeValueAsBytes(problem.at(SocketTicketController.PATH, ProblemAnswer.reference()));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
