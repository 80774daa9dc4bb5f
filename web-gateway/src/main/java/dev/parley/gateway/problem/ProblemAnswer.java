package dev.parley.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one place that writes a problem into an HTTP answer and into the log, both under the same reference. */
@Component
public class ProblemAnswer {
    private static final Logger log = LoggerFactory.getLogger(ProblemAnswer.class);
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final JsonMapper json;
    private final Clock clock;

    ProblemAnswer(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** A new short id such as {@code 7F3A-11}. */
    public static String reference() {
        var random = ThreadLocalRandom.current().nextInt();
        return HEX.toHexDigits((short) (random >> 8)) + "-" + HEX.toHexDigits((byte) random);
    }

    /** Ends the request with that problem. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, ProblemView problem, @Nullable Throwable cause)
            throws IOException {
        var reference = reference();
        note(request, problem, reference, cause);
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == 503 && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var again = problem.possibleAgainAt();
        if (again != null && problem.status() == 429) {
            var wait = Duration.between(clock.instant(), again).plusMillis(999).toSeconds();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait)));
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem.at(path(request), reference)));
        response.flushBuffer();
    }

    private static void note(
            HttpServletRequest request, ProblemView problem, String reference, @Nullable Throwable cause) {
        var line = "{} {} {} at {} {}: {}";
        var path = path(request);
        if (problem.status() == 503) { // there are many of them while it lasts
            log.warn(line, reference, 503, problem.problem(), request.getMethod(), path, String.valueOf(cause));
        } else if (problem.status() >= 500) {
            log.error(line, reference, problem.status(), problem.problem(), request.getMethod(), path, cause, cause);
        } else {
            log.info(line, reference, problem.status(), problem.problem(), request.getMethod(), path, rule(problem));
        }
    }

    private static String rule(ProblemView problem) {
        var rule = problem.rule();
        return rule == null ? problem.title().toLowerCase(Locale.ROOT) : rule;
    }

    private static String path(HttpServletRequest request) {
        var before = request.getAttribute("jakarta.servlet.error.request_uri");
        var path = before instanceof String text ? text : request.getRequestURI();
        return path.length() > 300 ? path.substring(0, 300) : path;
    }
}
