package dev.parley.article;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The few elements that a page may be made of. Everything else goes: scripts, styles, frames, forms, and pictures of other servers. */
final class SafeHtml {
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|/p/).*");
    private static final Pattern PICTURE =
            Pattern.compile("/api/v1/media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern SOURCE = Pattern.compile("src=\"" + PICTURE.pattern() + "\"");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "code",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "a",
                    "img",
                    "figure",
                    "figcaption")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .toFactory();

    private SafeHtml() {}

    /** The harmless part of it. */
    static String of(String html) {
        return POLICY.sanitize(html).strip();
    }

    /** The uploads that it shows. */
    static List<UUID> pictures(String safe) {
        return SOURCE.matcher(decoded(safe))
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .distinct()
                .toList();
    }

    /** Without the marks of elements: whether there is anything to read or to see. */
    static boolean isEmpty(String safe) {
        return !safe.contains("<img") && safe.replaceAll("<[^>]*>", "").isBlank();
    }

    private static String decoded(String safe) {
        return safe.replace("&#61;", "=").replace("&#43;", "+");
    }
}
