package dev.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
    /** Where every screenshot goes. */
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
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
        context.setDefaultTimeout(30_000);
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

    /** Writes target/screenshots/&lt;name&gt;.png and returns where it is. */
    Path picture(Page page, String name) {
        var path = PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(path));
        return path;
    }

    /** Every open window, numbered, to see why a test failed. */
    void pictures(String name) {
        var number = 0;
        for (var context : browser.contexts()) {
            for (var page : context.pages()) {
                picture(page, "failed-" + name + "-" + ++number);
            }
        }
    }

    /** WCAG 2.2 A and AA and good practice by axe; each rule that found something, with the places. */
    static List<String> axe(Page page) {
        return found(new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** Only what depends on the theme. */
    static List<String> axeContrast(Page page) {
        return found(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    /** What went wrong on the consoles since the last time this was asked. */
    List<String> complaints() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    // legacy mode: there are no frames to look into, and no second page has to be opened for the report
    private static List<String> found(AxeBuilder builder) {
        return builder.setLegacyMode(true).analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .toList();
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
