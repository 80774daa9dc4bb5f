package dev.parley.gateway.session;

import dev.parley.gateway.problem.Problem;
import dev.parley.gateway.problem.ProblemAnswer;
import dev.parley.gateway.session.AnswersToRepeat.Claim.Answered;
import dev.parley.gateway.session.AnswersToRepeat.Claim.BeingHandled;
import dev.parley.gateway.session.AnswersToRepeat.Claim.OfAnother;
import dev.parley.gateway.session.AnswersToRepeat.Claim.Ours;
import dev.parley.kernel.IdempotencyKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a client repeat a request that it does not know the outcome of. Messages and push messages have keys of their own, which
 * last as long as the message; log-ins and tickets are never given twice; uploads are not kept here, because they are large.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern ELSEWHERE =
            Pattern.compile("/api/v1/(users|sessions|socket-tickets|media|operator/setup|.*/(push-)?messages)");

    private final AnswersToRepeat answers;
    private final ProblemAnswer problems;

    IdempotencyFilter(AnswersToRepeat answers, ProblemAnswer problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !HttpMethod.POST.matches(request.getMethod())
                || ELSEWHERE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var me = me();
        if (me == null) {
            chain.doFilter(request, response);
            return;
        }
        var key = request.getHeader(HEADER);
        if (!IdempotencyKey.isValid(key)) {
            refuse(request, response, Problem.INVALID_REQUEST, "An idempotency key has 1 to 100 visible characters.");
            return;
        }
        var body = new ReadRequest(request, request.getInputStream().readAllBytes());
        switch (answers.claim(me.user(), key, hash(request, body.bytes()))) {
            case Ours _ -> handle(me, key, body, response, chain);
            case Answered(var status, var contentType, var bytes) -> repeat(response, status, contentType, bytes);
            case BeingHandled _ ->
                refuse(
                        request,
                        response,
                        Problem.CONFLICT,
                        "The same request is being handled; ask again in a moment.");
            case OfAnother _ ->
                refuse(
                        request,
                        response,
                        Problem.IDEMPOTENCY_KEY_REUSED,
                        "This key was used for another request within the last day.");
        }
    }

    private void handle(
            SignedIn me, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, kept);
            if (kept.getStatus() < 300) {
                answers.answered(me.user(), key, kept.getStatus(), kept.getContentType(), kept.getContentAsByteArray());
                done = true;
            }
        } finally {
            if (!done) {
                answers.forget(me.user(), key);
            }
        }
        kept.copyBodyToResponse();
    }

    private static void repeat(HttpServletResponse response, int status, @Nullable String contentType, byte[] body)
            throws IOException {
        response.setStatus(status == 201 ? 200 : status);
        response.setContentType(contentType == null ? MediaType.APPLICATION_JSON_VALUE : contentType);
        response.getOutputStream().write(body);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem, String detail)
            throws IOException {
        problems.write(request, response, problem.view(detail), null);
    }

    private static @Nullable SignedIn me() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof SessionAuthentication session ? session.getPrincipal() : null;
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(body);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
