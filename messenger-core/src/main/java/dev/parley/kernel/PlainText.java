package dev.parley.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What people type and others read. It carries no control characters (PostgreSQL cannot store NUL at all), no lone surrogates and no
 * marks that turn the direction of the text around it (a name must not be able to imitate another).
 */
public final class PlainText {
    private PlainText() {}

    /** Whether the text is fit for one line. */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(PlainText::isFit);
    }

    /** Whether the text is fit for several lines: as {@link #isLine}, and line feed and tab. */
    public static boolean isProse(String text) {
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isFit(c));
    }

    /** The text without what is unfit for one line, without space around it; empty for absent text. */
    public static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.codePoints()
                .filter(PlainText::isFit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Length as people count it: in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of the text, at most so many code points. */
    public static String upTo(int codePoints, String text) {
        return length(text) <= codePoints ? text : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    private static boolean isFit(int codePoint) {
        var turnsDirection =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        var loneSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        var lineBreak = codePoint == 0x2028 || codePoint == 0x2029;
        return !Character.isISOControl(codePoint) && !turnsDirection && !loneSurrogate && !lineBreak;
    }
}
