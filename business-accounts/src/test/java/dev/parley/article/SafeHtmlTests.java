package dev.parley.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTests {
    private static final String PICTURE = "/api/v1/media/019b9c5e-4a10-7c3e-9d51-0000000000c1";

    @Test
    void keepsWhatIsThereToBeRead() {
        assertThat(SafeHtml.of("<h2>Rye</h2><p><strong>Slow</strong> and <em>dark</em></p><ul><li>salt</li></ul>"))
                .isEqualTo("<h2>Rye</h2><p><strong>Slow</strong> and <em>dark</em></p><ul><li>salt</li></ul>");
        assertThat(SafeHtml.of("<p><a href=\"https://example.org/\">there</a></p>"))
                .contains("https://example.org/", "noopener", "noreferrer", "nofollow");
    }

    @Test
    void knowsThePicturesThatItShows() {
        var safe = SafeHtml.of("<p>Here</p><img src=\"" + PICTURE + "\" alt=\"A loaf\" />");

        assertThat(SafeHtml.pictures(safe)).containsExactly(UUID.fromString("019b9c5e-4a10-7c3e-9d51-0000000000c1"));
        assertThat(SafeHtml.isEmpty(safe)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=\"https://elsewhere.example/x.png\">",
                "<img src=\"/api/v1/media/x\" onerror=\"alert(1)\">",
                "<img src=\"/api/v1/sessions/current\">",
                "<iframe src=\"https://example.org/\"></iframe>",
                "<form action=\"/x\"><input name=\"password\"></form>",
                "<style>p { color: red }</style>",
                "<svg><a xlink:href=\"javascript:alert(1)\"></a></svg>"
            })
    void dropsEverythingElse(String html) {
        assertThat(SafeHtml.of(html)).doesNotContain("<", "script", "onerror", "elsewhere");
        assertThat(SafeHtml.isEmpty(SafeHtml.of(html))).isTrue();
    }

    @Test
    void dropsAddressesThatRunOrThatLookLikeOurs() {
        assertThat(SafeHtml.of("<a href=\"javascript:alert(1)\">x</a>")).doesNotContain("javascript");
        assertThat(SafeHtml.of("<a href=\"/console\">x</a>")).doesNotContain("console");
    }
}
