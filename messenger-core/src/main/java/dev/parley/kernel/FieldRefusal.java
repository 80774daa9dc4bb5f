package dev.parley.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Why one field of a request was refused; a client gets all of them at once.
 *
 * @param field name as in JSON
 * @param rule such as {@code length}, {@code pattern}, {@code reserved}
 * @param value the present value or its size; absent for secrets
 * @param limit what the rule allows
 * @param detail one sentence for people
 */
public record FieldRefusal(
        String field,
        String rule,
        @Nullable String value,
        @Nullable String limit,
        String detail) {}
