package dev.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.e2e.ClientWindow.exactly;
import static dev.parley.e2e.ClientWindow.pageNamed;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The dashboard of an official account, or the operators' console, in one window. */
record OfficeWindow(Page page) {
    /** Decisions and releases go out after ten seconds in which they can be taken back. */
    private static final int GRACE_MS = 10_500;

    /** Logs in by the form that the dashboard or console shows. */
    void logIn(String place, String handle) {
        page.clock().install();
        page.navigate(place);
        page.getByLabel("Handle").fill(handle);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Api.PASSWORD);
        button("Log in").click();
        assertThat(page.getByRole(AriaRole.NAVIGATION).first()).isVisible();
    }

    void go(String entry) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        ClientWindow.withName(java.util.regex.Pattern.compile("^" + entry + "[\\s\\d+]*$")))
                .click();
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(entry).setLevel(1)))
                .isVisible();
    }

    /** Starts a new push message of a kind: Text, Image or Article. */
    void compose(String account, String kind) {
        page.navigate("/dashboard/" + account + "/push/new");
        page.getByRole(AriaRole.GROUP, exactly("Add a message"))
                .getByText(kind, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Releases what is written and lets the ten seconds pass. */
    void release() {
        button("Release now").click();
        passTheGrace("Push message to all followers");
    }

    /** Takes hand and eye off the running clock, which rests under both, and lets it run out. */
    void passTheGrace(String what) {
        assertThat(page.getByRole(AriaRole.GROUP, pageNamed(what))).isVisible();
        page.mouse().move(2, 2);
        page.clock().runFor(GRACE_MS);
    }

    void upload(String label, String name, String type, byte[] content) {
        page.locator("input[type=file]")
                .and(page.getByLabel(label))
                .setInputFiles(new FilePayload(name, type, content));
    }

    /** The lines of the table that this link downloads. */
    List<String> download(String link) {
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, exactly(link)).click());
        try {
            return Files.readAllLines(download.path());
        } catch (IOException e) {
            throw new AssertionError("the download cannot be read", e);
        }
    }

    /** What was refused, and why. */
    Locator refusal() {
        return page.getByRole(AriaRole.ALERT);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }
}
