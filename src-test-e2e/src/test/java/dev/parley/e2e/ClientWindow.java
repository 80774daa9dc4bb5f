package dev.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** The client in one window of one person, used as a person does: by what is written on the screen. */
record ClientWindow(Page page) {
    /** Signs up by the form and waits for the list of conversations. */
    void signUp(String name, String handle) {
        page.navigate("/");
        button("Sign up").click();
        field("Your name").fill(name);
        field("Handle").fill(handle);
        field("Password").fill(Api.PASSWORD);
        button("Sign up").first().click();
        assertThat(searchField()).isVisible();
    }

    void logIn(String handle) {
        page.navigate("/");
        tryToLogIn(handle, Api.PASSWORD);
        assertThat(searchField()).isVisible();
    }

    /** Fills the log-in form that is shown and sends it. */
    void tryToLogIn(String handle, String password) {
        field("Handle").fill(handle);
        field("Password").fill(password);
        button("Log in").click();
    }

    /** Asks somebody whose whole handle one knows. */
    void askForContact(String handle, String name) {
        button("New conversation").click();
        var sheet = dialog("Find a friend");
        sheet.getByLabel("Handle of a person").fill(handle);
        sheet.getByRole(AriaRole.BUTTON, named("Find")).click();
        sheet.getByRole(AriaRole.BUTTON, named("Ask")).click();
        assertThat(page.getByText(name + " has been asked")).isVisible();
        sheet.getByRole(AriaRole.BUTTON, named("Close")).click();
    }

    /** Accepts the only one who asked. */
    void acceptContact() {
        button("1 person would like to be your contact").click();
        var sheet = dialog("Find a friend");
        sheet.getByRole(AriaRole.BUTTON, named("Accept")).click();
        assertThat(sheet.getByText("1 contact", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        sheet.getByRole(AriaRole.BUTTON, named("Close")).click();
    }

    void open(String party) {
        row(party).click();
        assertThat(page.getByRole(AriaRole.REGION, pageNamed("Conversation with " + party)))
                .isVisible();
    }

    void write(String text) {
        page.getByLabel(Pattern.compile("^Message to")).fill(text);
    }

    void send(String text) {
        write(text);
        button("Send").click();
    }

    /** The row of a person or account in the list; there is at most one. */
    Locator row(String party) {
        return page.getByRole(AriaRole.LIST, exactly("Conversations"))
                .getByRole(AriaRole.LINK, withName(Pattern.compile("^" + literally(party) + ",")));
    }

    /** A message of the open conversation, read as one sentence: who, when, what, how far it came. */
    Locator message(String text) {
        return messages().filter(new Locator.FilterOptions().setHasText(text));
    }

    Locator messages() {
        return page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(Pattern.compile("^Messages with")))
                .getByRole(AriaRole.LISTITEM, withName(Pattern.compile(".+")));
    }

    /** The sentences of the messages without their times and ticks, oldest first. */
    List<String> said() {
        return messages().all().stream()
                .map(message -> String.valueOf(message.getAttribute("aria-label"))
                        .replaceFirst("^.*?\\d\\d:\\d\\d: ", "")
                        .replaceFirst(", (waiting to be sent|sent|delivered|displayed|not sent)$", ""))
                .toList();
    }

    /** My message with this text, once it has come that far. */
    Locator mine(String text, String tick) {
        return page.getByRole(
                AriaRole.LISTITEM,
                new Page.GetByRoleOptions().setName(Pattern.compile("^You, .*" + literally(text) + ", " + tick + "$")));
    }

    /** The pill that says the present dosage of the open account, and how much is held. */
    Locator dosage(String dosage) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Pattern.compile("^Dosage: " + literally(dosage) + "( |$)")));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    Locator dialog(String name) {
        return page.getByRole(AriaRole.DIALOG, pageNamed(name));
    }

    void menu(String entry) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, named("More"))
                .first()
                .click();
        page.getByRole(AriaRole.MENUITEM, exactly(entry)).click();
    }

    Locator searchField() {
        return page.getByRole(AriaRole.SEARCHBOX, pageNamed("Search people and accounts"));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** These characters in a pattern that the browser reads; it does not know Java's quotes. */
    static String literally(String text) {
        return text.replaceAll("[^\\w ]", "\\\\$0");
    }

    static Page.GetByRoleOptions pageNamed(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.GetByRoleOptions withName(Pattern name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
