package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, driven by Playwright; every page reports what went wrong on its console, and can be looked at afterwards. */
final class Chromium implements AutoCloseable {
    /** Where screenshots go: the build folder, or docs/screenshots when they are to be renewed. */
    private static final Path PICTURES = Path.of(System.getProperty("parley.screenshots", "target/screenshots"));

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A window of one person on one device, nobody logged in. */
    BrowserContext window(URI server, int width, int height, ColorScheme colours) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setHasTouch(width < 720));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** A page whose console errors and crashes are kept for {@link #assertNoComplaints}. */
    Page page(BrowserContext context) {
        var page = context.newPage();
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add("console: " + message.text());
            }
        });
        return page;
    }

    /** Writes target/screenshots/&lt;name&gt;.png. */
    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** WCAG 2.2 A and AA by axe; the error names each rule and the places. */
    static void assertAccessible(Page page, String screen) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .as("axe on " + screen)
                .isEmpty();
    }

    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("PARLEY_CHROMIUM")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: install it, or name it in PARLEY_CHROMIUM"));
    }
}
