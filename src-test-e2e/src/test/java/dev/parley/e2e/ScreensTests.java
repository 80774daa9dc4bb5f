package dev.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Looks at every screen in the demo world: wide and as a phone, light and dark, in English and in German. With
 * {@code -Dparley.screenshots=docs/screenshots} the pictures of the README are renewed.
 */
class ScreensTests {
    private static final String DEMO_PASSWORD = "parley-demo";

    /** Screenshots that the README shows, and their names there. */
    private static final Map<String, String> README = Map.of(
            "client-conversation-light", "client-conversation-light",
            "client-account-dark", "client-account-dark",
            "phone-client-dosage-light", "phone-dosage",
            "dashboard-overview-light", "dashboard-overview-light",
            "dashboard-desk-dark", "desk-dark",
            "console-verification-light", "console-verification-light");

    /** Looks like the key of a catalog, and is neither a handle, an address nor the name of an event. */
    private static final Pattern RAW_KEY = Pattern.compile(
            "(?<![@/\\w.:-])(?!follow\\.started|example\\.org)[a-z][a-zA-Z]+(\\.[a-zA-Z][\\w-]+)+(?![\\w/@:.-])");

    /** The demo world's digest has just come on Fridays from 18:00 on, Berlin time; then nothing is held. */
    private static final String HELD = "Nothing is lost|Nichts ist verloren|Nothing is held|Nichts zurückgelegt";

    private static final Pattern NONSENSE = Pattern.compile(
            "\\bundefined\\b|\\bnull\\b|\\bNaN\\b|\\[object|Invalid Date|\\{\\{|\\}\\}|\\tat |Exception");

    @TempDir
    static Path folder;

    private static ParleyServer server;
    private static Chromium chromium;

    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void startTheDemoWorld() {
        server = ParleyServer.start(folder.resolve("data"), "--parley.demo=true", "--parley.rate-limits.enabled=false");
        server.awaitOutput("The demo world of");
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void everyScreenBeforeLoggingInIsWhole() {
        var page = chromium.page(window());
        look(
                page,
                List.of(
                        Screen.at("client-log-in", "/", "Welcome back|Willkommen"),
                        Screen.at("client-sign-up", "/?new#sign-up", "No phone number|Keine Telefonnummer"),
                        Screen.at("client-visitor", "/@morrow.rye", "Sourdough and rye"),
                        Screen.at("client-visitor-nobody", "/@nobody.here", "@nobody.here"),
                        Screen.at("dashboard-log-in", "/dashboard", "Welcome back|Willkommen"),
                        Screen.at("console-log-in", "/console", "Welcome back|Willkommen"),
                        Screen.at(
                                "console-setup",
                                "/console/setup?code=used",
                                "The first operator|Der erste Betreiber")));
    }

    @Test
    void everyScreenOfTheClientIsWhole() {
        var page = loggedIn("/", "nora");
        var mara = conversation(page, "Mara Ellisgard");
        var rye = conversation(page, "Morrow & Rye");
        look(
                page,
                List.of(
                        Screen.at("client-home", "/", "Oma Ruth"),
                        Screen.at("client-conversation", mara, "The place next to the station"),
                        Screen.at("client-conversation-menu", mara, "The place next to the station")
                                .press("^(More|Mehr)$", "^(Report|Melden)$"),
                        Screen.at("client-report", mara, "The place next to the station")
                                .press("^(More|Mehr)$", "^(Report|Melden)$")
                                .press(AriaRole.MENUITEM, "^(Report|Melden)$", "Insults|Beleidigung"),
                        Screen.at("client-account", rye, "Push message|Rundnachricht"),
                        Screen.at("client-dosage", rye, "Push message|Rundnachricht")
                                .press("^(Dosage|Dosis):", "Answers, orders|Antworten, Bestellungen"),
                        Screen.at("client-not-here", "/c/00000000-0000-7000-8000-000000000000", "not here|nicht hier"),
                        Screen.at("client-digest", "/digest", HELD),
                        Screen.at("client-digest-time", "/digest", HELD)
                                .press("^(Day and hour|Tag und Stunde)$", "Europe|Berlin"),
                        Screen.at("client-discover", "/discover", "Quay Library"),
                        Screen.at("client-account-page", "/@quay.library", "Books, films"),
                        Screen.at("client-share", "/@quay.library", "Books, films")
                                .press("^(QR code and link|QR-Code und Link)$", "/@quay.library"),
                        Screen.at("client-people", "/", "Oma Ruth")
                                .press("^(New conversation|Neues Gespräch)$", "Yuki Tanabe"),
                        Screen.at("client-you", "/you", "Kept on this device|auf diesem Gerät"),
                        Screen.at("client-keys", "/you", "Kept on this device|auf diesem Gerät")
                                .press("^(Keys|Tasten)", "(New line|Neue Zeile)"),
                        Screen.at("client-blocked", "/you/blocked", "blocked nobody|niemanden blockiert")));
    }

    @Test
    void everyScreenOfTheDashboardIsWhole() {
        var page = loggedIn("/dashboard", "edda");
        var account = only(page, "/api/v1/accounts").at("/account/id").asString();
        var push = only(page, "/api/v1/accounts/" + account + "/push-messages")
                .path("id")
                .asString();
        var asked = only(page, "/api/v1/accounts/" + account + "/conversations?list=waiting")
                .path("id")
                .asString();
        var at = "/dashboard/" + account;
        look(
                page,
                List.of(
                        Screen.at("dashboard-overview", at + "/overview", "Coffee tasting"),
                        Screen.at("dashboard-followers-table", at + "/overview", "Coffee tasting")
                                .press("^(Show the table|Tabelle zeigen)", "^(Came|Kamen)$"),
                        Screen.at("dashboard-push-list", at + "/push", "Plum cake is back"),
                        Screen.at("dashboard-push", at + "/push/" + push, "What it said|Was sie sagte|Friday loaf"),
                        Screen.at("dashboard-insight", at + "/insight", "Best hours|Beste Stunden"),
                        Screen.at("dashboard-compose", at + "/push/new", "at once|sofort")
                                .press("^(Card|Karte)$", "Words on the card|Worte auf der Karte")
                                .press("^(Release now|Jetzt)", "still missing|fehl(t|en) noch"),
                        Screen.at("dashboard-articles", at + "/articles", "New article|Neuer Artikel"),
                        Screen.at("dashboard-article", at + "/articles/new", "Save draft|Entwurf speichern"),
                        Screen.at(
                                "dashboard-desk",
                                at + "/desk/waiting/" + asked,
                                "twelve rolls|coffee tasting|sesame|hazelnut"),
                        Screen.at("dashboard-desk-all", at + "/desk/all", "coffee tasting|sesame"),
                        Screen.at("dashboard-desk-closed", at + "/desk/closed", "Follower [0-9A-F]{4}"),
                        Screen.at("dashboard-desk-settings", at + "/desk-settings", "/allergens"),
                        Screen.at("dashboard-desk-report", at + "/desk-report", "Ines Okafor"),
                        Screen.at("dashboard-answers", at + "/answers", "out of hours"),
                        Screen.at("dashboard-followers", at + "/followers", "Why there are no names|Namen"),
                        Screen.at("dashboard-team", at + "/team", "Ines Okafor"),
                        Screen.at("dashboard-developers", at + "/developers", "follow.started"),
                        Screen.at("dashboard-settings", at + "/settings", "/@morrow.rye"),
                        Screen.at("dashboard-open-account", "/dashboard/new", "operators of this server|Betreiber"),
                        Screen.at("dashboard-switcher", at + "/team", "Ines Okafor")));
    }

    @Test
    void everyScreenOfTheConsoleIsWhole() {
        var page = loggedIn("/console", "olga");
        var account = only(page, "/api/v1/operator/accounts?state=verified")
                .at("/account/id")
                .asString();
        look(
                page,
                List.of(
                        Screen.at("console-overview", "/console/overview", "Connections|Verbindungen"),
                        Screen.at("console-verification", "/console/verification", "Leo's Bikes"),
                        Screen.at("console-accounts", "/console/accounts", "Kestrel Rail"),
                        Screen.at("console-appeals", "/console/appeals", "The Orrin Lantern"),
                        Screen.at("console-account", "/console/accounts/" + account, "@"),
                        Screen.at("console-users", "/console/users", "Amara Diallo|Ada Berg|@"),
                        Screen.at("console-reports", "/console/reports", "The Orrin Lantern"),
                        Screen.at("console-audit", "/console/audit", "Olga Brandt")));
    }

    private void look(Page page, List<Screen> screens) {
        for (var screen : screens) {
            page.setViewportSize(1440, 900);
            visit(page, screen, screen.name());
            bothThemes(page, screen.name());
            page.setViewportSize(390, 844);
            visit(page, screen, "phone-" + screen.name());
            bothThemes(page, "phone-" + screen.name());
        }
        page.setViewportSize(1440, 900);
        page.evaluate("localStorage.setItem('parley.language', 'de')");
        for (var screen : screens) {
            visit(page, screen, "german-" + screen.name());
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            read(page, "german-" + screen.name());
            chromium.picture(page, "german-" + screen.name());
        }
        assertThat(findings).isEmpty();
    }

    private void visit(Page page, Screen screen, String name) {
        try {
            screen.visit(page);
        } catch (RuntimeException e) {
            chromium.picture(page, "missed-" + name);
            findings.add(name + " did not become complete: "
                    + String.valueOf(e.getMessage()).lines().limit(3).toList());
        }
    }

    private void bothThemes(Page page, String name) {
        read(page, name);
        Chromium.axe(page).forEach(found -> findings.add(name + ", axe: " + found));
        take(page, name + "-light");
        theme(page, ColorScheme.DARK);
        Chromium.axeContrast(page).forEach(found -> findings.add(name + ", dark, axe: " + found));
        take(page, name + "-dark");
        theme(page, ColorScheme.LIGHT);
    }

    /** Changes the theme and lets the colours arrive. */
    private static void theme(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.locator("html"))
                .hasAttribute("data-mantine-color-scheme", scheme.name().toLowerCase(Locale.ROOT));
        page.evaluate("""
                () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() =>
                  Promise.allSettled(document.getAnimations()
                    .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
                    .map((one) => one.finished)))""");
    }

    /** What stands on the screen makes sense, fits into it, and nobody complained on the console. */
    private void read(Page page, String name) {
        var text = page.locator("body").innerText();
        for (var pattern : List.of(RAW_KEY, NONSENSE)) {
            pattern.matcher(text).results().forEach(match -> findings.add(name + " says \"" + match.group() + "\""));
        }
        var beyond =
                page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth");
        if (((Number) beyond).intValue() > 0) {
            findings.add(name + " scrolls sideways by " + beyond + " px");
        }
        chromium.complaints().forEach(complaint -> findings.add(name + ", console: " + complaint));
    }

    private static void take(Page page, String name) {
        var picture = chromium.picture(page, name);
        var documents = System.getProperty("parley.screenshots");
        if (documents != null && README.containsKey(name)) {
            try {
                Files.copy(
                        picture,
                        Path.of(documents).resolve(README.get(name) + ".png"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Page loggedIn(String place, String handle) {
        var page = chromium.page(window());
        page.navigate(place);
        page.getByLabel("Handle").fill(handle);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(DEMO_PASSWORD);
        page.getByRole(AriaRole.BUTTON, ClientWindow.exactly("Log in")).click();
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
        return page;
    }

    private static BrowserContext window() {
        return chromium.window(server.address(), 1440, 900, ColorScheme.LIGHT);
    }

    private static String conversation(Page page, String party) {
        for (var item : items(page, "/api/v1/conversations")) {
            if (item.at("/party/name").asString().equals(party)) {
                return "/c/" + item.path("id").asString();
            }
        }
        throw new AssertionError("no conversation with " + party);
    }

    private static JsonNode only(Page page, String list) {
        return items(page, list).path(0);
    }

    private static JsonNode items(Page page, String list) {
        return Api.JSON.readTree(page.request().get(list).text()).path("items");
    }
}
