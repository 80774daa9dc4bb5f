package dev.parley.gateway.session;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads a body no further than our largest request can be, and refuses query strings that PostgreSQL could not store. Uploads have limits of their own. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemAnswer problems;

    BodyLimitFilter(ProblemAnswer problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            problems.write(
                    request, response, Problem.INVALID_REQUEST.view("The query contains a NUL character."), null);
            return;
        }
        if (WITHOUT_BODY.contains(request.getMethod()) || isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            tooLarge(request, response);
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            tooLarge(request, response);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = Problem.TOO_LARGE
                .because("The body is larger than allowed.", "request-bytes", null, MOST_BYTES + " bytes", null)
                .view();
        problems.write(request, response, problem, null);
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
