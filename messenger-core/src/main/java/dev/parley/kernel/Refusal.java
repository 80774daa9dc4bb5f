package dev.parley.kernel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused, in the words a client sees (law 9: a refusal explains itself).
 *
 * @param problem name of the problem, as in docs/protocol/problems.md
 * @param rule the rule that refused, dotted, such as {@code media.bytes}
 * @param value the present value; what it counts is the last word of the rule
 * @param limit what the rule allows, in the unit of the value
 * @param possibleAgainAt when the same request can succeed, if time alone cures it
 * @param detail one sentence for people
 */
public record Refusal(
        String problem,
        String rule,
        @Nullable String value,
        @Nullable String limit,
        @Nullable Instant possibleAgainAt,
        String detail) {
    /** A refusal without value, limit and time. */
    public static Refusal of(String problem, String rule, String detail) {
        return new Refusal(problem, rule, null, null, null, detail);
    }

    /** A refusal whose present value is beyond a limit. */
    public static Refusal beyond(String problem, String rule, String value, String limit, String detail) {
        return new Refusal(problem, rule, value, limit, null, detail);
    }
}
