package dev.parley.gateway.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.FieldRefusal;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, {@code body.text}
 * @param rule name of the rule it breaks, {@code size}
 * @param value the value found, left out when it is a secret or long
 * @param limit what the rule allows
 */
@Schema(description = "What is wrong with one field of a request.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProblem(
        String field,
        @Nullable String rule,
        @Nullable String value,
        @Nullable String limit,
        String detail) {
    static FieldProblem of(FieldRefusal refusal) {
        return new FieldProblem(refusal.field(), refusal.rule(), refusal.value(), refusal.limit(), refusal.detail());
    }
}
