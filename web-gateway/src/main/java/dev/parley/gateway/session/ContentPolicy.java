package dev.parley.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What a page of ours may load and run: only what comes from this server. Inline scripts run only when they stand in a page that
 * was built with the server; styles may stand inline because the component library writes them. A button of a message may open a page of
 * somebody else in a frame: the client puts it into a sandbox of its own, and no page of ours can be framed, not even by us.
 */
@Component
class ContentPolicy {
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    private final String directives;

    ContentPolicy(ResourcePatternResolver resources) {
        var scripts = new TreeSet<String>();
        try {
            for (var page : resources.getResources("classpath*:static/**/*.html")) {
                var matcher = INLINE.matcher(page.getContentAsString(StandardCharsets.UTF_8));
                while (matcher.find()) {
                    scripts.add("'sha256-" + hash(matcher.group(1)) + "'");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.directives = String.join(
                "; ",
                "default-src 'self'",
                ("script-src 'self' " + String.join(" ", scripts)).trim(),
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "media-src 'self' blob:",
                "frame-src https: http:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    String directives() {
        return directives;
    }

    private static String hash(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
