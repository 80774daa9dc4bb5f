package dev.parley.insight;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula is led by an apostrophe
 * (OWASP, CSV injection).
 */
public final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder text = new StringBuilder();

    /** Adds one row; an absent value is an empty field. */
    public Csv row(@Nullable Object... values) {
        text.append(Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String field(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (value instanceof Number) {
            return text;
        }
        var guarded = startsLikeFormula(text) || startsLikeFormula(text.stripLeading()) ? "'" + text : text;
        var needsQuotes = guarded.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return needsQuotes ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
    }

    private static boolean startsLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
