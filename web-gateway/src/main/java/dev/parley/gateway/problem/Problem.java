package dev.parley.gateway.problem;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong, as a client sees it. The names are part of the protocol; {@code docs/protocol/problems.md}
 * lists the same ones. Those without an HTTP status of their own are said on the socket only.
 */
public enum Problem {
    INVALID_REQUEST(400, "The request is not valid"),
    IDEMPOTENCY_KEY_MISSING(400, "An idempotency key is missing"),
    UNAUTHENTICATED(401, "Nobody is signed in"),
    LOGIN_REFUSED(401, "Handle or password is wrong"),
    FORBIDDEN(403, "Not allowed"),
    CSRF(403, "The request did not come from our own page"),
    NOT_A_CONTACT(403, "Not a contact"),
    BLOCKED(403, "Not a contact"),
    NOT_FOLLOWING(403, "Not followed"),
    WINDOW_CLOSED(403, "The window is closed"),
    SUSPENDED(403, "Suspended"),
    NOT_VERIFIED(403, "Not verified"),
    NOT_FOUND(404, "Not found"),
    GONE(410, "No longer there"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No such representation"),
    CONFLICT(409, "The present state does not allow it"),
    HANDLE_TAKEN(409, "The handle is taken"),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key belongs to another request"),
    NO_FOLLOWERS(409, "Nobody follows this account"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA(415, "The content type is not supported"),
    NOT_AN_IMAGE(422, "Not an image"),
    TOO_MANY_PIXELS(422, "Too many pixels"),
    QUOTA_USED_UP(429, "The quota is used up"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something broke on our side"),
    UNAVAILABLE(503, "Not available at the moment"),
    TOO_FAR_BEHIND(409, "Too far behind"),
    UNKNOWN_FRAME(400, "Unknown frame type"),
    MALFORMED_FRAME(400, "Malformed frame"),
    BINARY_FRAME(400, "Binary frames are not understood"),
    FRAME_TOO_LARGE(413, "The frame is too large"),
    TOO_MANY_FRAMES(429, "Too many frames"),
    SLOW_READER(408, "The connection reads too slowly");

    private static final Map<String, Problem> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Problem::problemName, Function.identity()));

    private final String problemName = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The problem of that name, which must be one of ours. */
    public static Problem named(String name) {
        var problem = BY_NAME.get(name);
        if (problem == null) {
            throw new IllegalStateException("no problem is named " + name);
        }
        return problem;
    }

    /** What a room refused, ready to be thrown. */
    public static ProblemException of(Refusal refusal) {
        return new ProblemException(view(refusal), null);
    }

    /** Fields that a room refused, ready to be thrown. */
    public static ProblemException of(List<FieldRefusal> refusals) {
        return INVALID_REQUEST.because(
                "Some fields are not valid.",
                refusals.stream().map(FieldProblem::of).toList());
    }

    /** What a room refused, as it stands on the wire. */
    public static ProblemView view(Refusal refusal) {
        return named(refusal.problem())
                .view(
                        refusal.detail(),
                        refusal.rule(),
                        refusal.value(),
                        refusal.limit(),
                        refusal.possibleAgainAt(),
                        List.of());
    }

    /** The name on the wire: {@code quota-used-up}. */
    public String problemName() {
        return problemName;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The same words every time this problem is met. */
    public String title() {
        return title;
    }

    /** This problem, ready to be thrown. */
    public ProblemException because(String detail) {
        return new ProblemException(view(detail), null);
    }

    /** This problem with the rule that was broken, ready to be thrown. */
    public ProblemException because(
            String detail,
            @Nullable String rule,
            @Nullable Object value,
            @Nullable Object limit,
            @Nullable Instant possibleAgainAt) {
        return new ProblemException(view(detail, rule, text(value), text(limit), possibleAgainAt, List.of()), null);
    }

    /** This problem with one entry per field that is wrong, ready to be thrown. */
    public ProblemException because(String detail, List<FieldProblem> errors) {
        return new ProblemException(view(detail, null, null, null, null, errors), null);
    }

    /** This problem as it stands on the wire. */
    public ProblemView view(String detail) {
        return view(detail, null, null, null, null, List.of());
    }

    ProblemView view(
            String detail,
            @Nullable String rule,
            @Nullable String value,
            @Nullable String limit,
            @Nullable Instant possibleAgainAt,
            List<FieldProblem> errors) {
        return new ProblemView(
                "/problems/" + problemName,
                title,
                status,
                detail,
                null,
                problemName,
                rule,
                value,
                limit,
                possibleAgainAt,
                null,
                errors);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
