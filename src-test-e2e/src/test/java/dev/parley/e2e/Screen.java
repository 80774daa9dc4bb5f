package dev.parley.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One screen: its address, what shows that it has loaded, and what is opened on it. Words are patterns that hold in English and in
 * German.
 *
 * @param address where it is, from the server's root
 * @param shows a text that stands there once everything has come
 * @param open what a person opens on it
 */
record Screen(String name, String address, String shows, Consumer<Page> open) {
    static Screen at(String name, String address, String shows) {
        return new Screen(name, address, shows, page -> {});
    }

    /** With something pressed on it, such as a menu or a sheet, which then shows these words. */
    Screen press(AriaRole role, String words, String then) {
        return new Screen(name, address, shows, open.andThen(page -> {
            page.getByRole(role, new Page.GetByRoleOptions().setName(Pattern.compile(words)))
                    .first()
                    .click();
            await(page, then);
        }));
    }

    Screen press(String words, String then) {
        return press(AriaRole.BUTTON, words, then);
    }

    /** Goes there and returns once it is complete. */
    void visit(Page page) {
        page.navigate(address);
        await(page, shows);
        open.accept(page);
        page.locator("[aria-busy=true]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private static void await(Page page, String words) {
        page.getByText(Pattern.compile(words))
                .filter(new Locator.FilterOptions().setVisible(true))
                .first()
                .waitFor();
    }
}
