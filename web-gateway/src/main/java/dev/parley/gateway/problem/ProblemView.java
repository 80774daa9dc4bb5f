package dev.parley.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem on the wire (RFC 9457); members without a value are left out.
 *
 * @param problem its name, see {@code docs/protocol/problems.md}
 * @param rule which rule refused
 * @param value the present value the rule looked at
 * @param limit what the rule allows
 * @param possibleAgainAt when the same request can succeed
 * @param reference short id that also stands in the server's log
 * @param errors one entry per field that is wrong
 */
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String problem,
        @Nullable String rule,
        @Nullable String value,
        @Nullable String limit,
        @Nullable Instant possibleAgainAt,
        @Nullable String reference,
        List<FieldProblem> errors) {
    public ProblemView {
        errors = List.copyOf(errors);
    }

    /** The same problem, met at that path and findable in the log under that reference. */
    public ProblemView at(@Nullable String path, String logged) {
        return new ProblemView(
                type, title, status, detail, path, problem, rule, value, limit, possibleAgainAt, logged, errors);
    }
}
