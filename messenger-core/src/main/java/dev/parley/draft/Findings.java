package dev.parley.draft;

import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.PlainText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with one draft, and knows the rules that many fields have in common. */
final class Findings {
    private static final Pattern OWN_PAGE = Pattern.compile("/p/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}", Pattern.CASE_INSENSITIVE);
    private static final int MOST_REFUSALS = 50;

    private final List<FieldRefusal> refusals = new ArrayList<>();

    List<FieldRefusal> refusals() {
        return refusals;
    }

    void refuse(String field, String rule, @Nullable String value, @Nullable String limit, String detail) {
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(new FieldRefusal(field, rule, value, limit, detail));
        }
    }

    void missing(String field) {
        refuse(field, "required", "0", "1", "This must not be empty.");
    }

    /** Words of one or more lines that must be there. */
    String words(String field, @Nullable String given, Limit limit) {
        if (given == null || given.isBlank()) {
            missing(field);
            return "";
        }
        return storable(field, given, limit);
    }

    /** Words that may be empty. */
    String words(String field, @Nullable String given, Limit limit, boolean required) {
        return required ? words(field, given, limit) : storable(field, given == null ? "" : given, limit);
    }

    /** Words that may be left out; blank counts as left out. */
    @Nullable
    String wordsIfAny(String field, @Nullable String given, Limit limit) {
        return given == null || given.isBlank() ? null : storable(field, given, limit);
    }

    /** Words of one line that must be there. */
    String line(String field, @Nullable String given, Limit limit) {
        var words = words(field, given, limit);
        if (!PlainText.isLine(words)) {
            refuse(field, "characters", null, null, "It stands in one line and is plain text.");
        }
        return words;
    }

    /** Words of one line that may be left out; blank counts as left out. */
    @Nullable
    String lineIfAny(String field, @Nullable String given, Limit limit) {
        return given == null || given.isBlank() ? null : line(field, given, limit);
    }

    /** An address on the web, or one of our own article pages. */
    String link(String field, @Nullable String given) {
        var link = words(field, given, Limit.LINK);
        if (!link.isEmpty() && !isWebAddress(link) && !OWN_PAGE.matcher(link).matches()) {
            refuse(
                    field,
                    "link",
                    null,
                    "http, https, /p/<id>",
                    "A link is an absolute http or https address, or an article page of this server.");
        }
        return link;
    }

    @Nullable
    String color(String field, @Nullable String given) {
        if (given != null && !COLOR.matcher(given).matches()) {
            refuse(field, "color", shown(given), "#rrggbb", "A colour is written as #rrggbb.");
            return null;
        }
        return given;
    }

    /** A number from {@code least} to the limit, or none. */
    @Nullable
    Integer number(String field, @Nullable Integer given, int least, Limit limit) {
        if (given != null && (given < least || given > limit.most())) {
            refuse(
                    field,
                    "range",
                    given.toString(),
                    least + ".." + limit.most(),
                    "This is a number from " + least + " to " + limit.most() + ".");
        }
        return given;
    }

    /** Something that must be there. */
    <T> @Nullable T given(String field, @Nullable T given) {
        if (given == null) {
            refuse(field, "required", null, null, "This must be given.");
        }
        return given;
    }

    /**
     * The entries of a list, each checked under its own name; those that are refused are left out.
     *
     * @param least how many there must be
     */
    <A, B> List<B> entries(
            String field,
            @Nullable List<@Nullable A> given,
            int least,
            Limit limit,
            BiFunction<String, A, @Nullable B> check) {
        var entries = given == null ? List.<@Nullable A>of() : given;
        if (entries.size() < least) {
            refuse(
                    field,
                    "required",
                    Integer.toString(entries.size()),
                    Integer.toString(least),
                    least == 1 ? "There must be at least one." : "There must be at least " + least + ".");
        }
        if (entries.size() > limit.most()) {
            tooMany(field, entries.size(), limit);
            return List.of();
        }
        var checked = new ArrayList<B>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            var at = field + "[" + i + "]";
            var entry = given(at, entries.get(i));
            var result = entry == null ? null : check.apply(at, entry);
            if (result != null) {
                checked.add(result);
            }
        }
        return checked;
    }

    void tooMany(String field, int count, Limit limit) {
        refuse(
                field,
                "count",
                Integer.toString(count),
                Integer.toString(limit.most()),
                "At most " + limit.most() + " " + limit.subject() + ".");
    }

    /** Names within one message stand for one thing only. */
    void unique(String field, List<String> names) {
        var distinct = names.stream().filter(Objects::nonNull).distinct().count();
        if (distinct < names.size()) {
            refuse(field, "unique", null, null, "Each id stands for one entry only.");
        }
    }

    /** As much of a value as an answer repeats. */
    static String shown(String value) {
        return PlainText.upTo(60, PlainText.line(value));
    }

    static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null
                    && address.getUserInfo() == null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private String storable(String field, String given, Limit limit) {
        var length = PlainText.length(given);
        if (length > limit.most()) {
            refuse(
                    field,
                    "length",
                    Integer.toString(length),
                    Integer.toString(limit.most()),
                    "At most " + limit.most() + " characters.");
        } else if (!isStorable(given)) {
            refuse(field, "characters", null, null, "It contains characters that are no text.");
        }
        return given;
    }

    /** PostgreSQL stores neither the NUL character nor half a surrogate pair. */
    private static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}
