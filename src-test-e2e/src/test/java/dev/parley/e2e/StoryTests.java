package dev.parley.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.e2e.ClientWindow.exactly;
import static dev.parley.e2e.ClientWindow.literally;
import static dev.parley.e2e.ClientWindow.named;
import static dev.parley.e2e.ClientWindow.pageNamed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parley.e2e.World.Account;
import dev.parley.e2e.World.Person;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The story of Parley as people live it: each in windows of their own, in a real browser. */
class StoryTests {
    private final World world = World.shared();
    private final Chromium chromium = new Chromium();

    @RegisterExtension
    final AfterTestExecutionCallback pictures = test -> test.getExecutionException()
            .ifPresent(_ -> chromium.pictures(test.getRequiredTestMethod().getName()));

    @AfterEach
    void closeBrowser() {
        try (chromium) {
            chromium.assertNoComplaints();
        }
    }

    @Test
    void twoPeopleFindEachOtherAndChatOnTwoDevicesEach() {
        var unique = unique();
        var alice = laptop();
        var bob = laptop();
        alice.signUp("Alice Arden", "alice." + unique);
        bob.signUp("Bob Birk", "bob." + unique);
        var alicesPhone = phone();
        alicesPhone.page().navigate("/");
        alicesPhone.tryToLogIn("alice." + unique, "not her password");
        assertThat(alicesPhone.page().getByRole(AriaRole.ALERT)).containsText("Handle and password do not match.");
        alicesPhone.tryToLogIn("alice." + unique, Api.PASSWORD);
        assertThat(alicesPhone.searchField()).isVisible();

        alice.askForContact("bob." + unique, "Bob Birk");
        bob.acceptContact();
        alice.open("Bob Birk");
        assertThat(alice.page().getByText("Present", exactText())).isVisible();

        alice.send("Are you there?");
        assertThat(alice.mine("Are you there?", "delivered")).isVisible();
        assertThat(bob.row("Alice Arden")).containsText("Are you there?");
        bob.open("Alice Arden");
        assertThat(bob.message("Are you there?")).isVisible();
        assertThat(alice.mine("Are you there?", "displayed")).isVisible();

        bob.write("Yes, just");
        assertThat(alice.page().getByText("Bob Birk is typing").first()).isVisible();
        bob.send("Yes, just came in");
        assertThat(alice.message("Yes, just came in")).isVisible();
        alicesPhone.open("Bob Birk");
        alicesPhone.send("Written on the phone");
        assertThat(alice.mine("Written on the phone", "displayed")).isVisible();

        bob.page().context().close();
        assertThat(alice.page().getByText("Not present", exactText())).isVisible();
        alice.send("While you were away");
        alicesPhone.send("And one more");
        assertThat(alice.mine("While you were away", "sent")).isVisible();
        assertThat(alice.message("And one more")).isVisible();

        var bobsTablet = laptop();
        var bobsPhone = phone();
        bobsTablet.logIn("bob." + unique);
        bobsPhone.logIn("bob." + unique);
        assertThat(alice.mine("While you were away", "delivered")).isVisible();
        var order = List.of(
                "Are you there?",
                "Yes, just came in",
                "Written on the phone",
                "While you were away",
                "And one more",
                "All read");
        bobsTablet.open("Alice Arden");
        bobsPhone.open("Alice Arden");
        bobsTablet.send("All read");
        for (var device : List.of(alice, alicesPhone, bobsTablet, bobsPhone)) {
            assertThat(device.message("All read")).isVisible();
            assertThat(device.said()).containsExactlyElementsOf(order);
        }
        assertThat(alice.mine("And one more", "displayed")).isVisible();
    }

    @Test
    void aCompanyIsOpenedVerifiedFoundByItsCodeAndFollowedAmongFriends() throws Exception {
        var edda = world.person("Edda");
        var nora = world.person("Nora");
        var friend = world.person("Mara");
        world.befriend(nora, friend);
        var name = "Bakery " + unique();
        var handle = "rye." + unique();

        var dashboard = office("/dashboard", edda.handle());
        dashboard.upload("Picture", "loaf.png", "image/png", Pictures.png(64, 64));
        assertThat(dashboard.button("Remove")).isVisible();
        dashboard.field("Name").fill(name);
        dashboard.field("Handle").fill(handle);
        dashboard.field("Category").selectOption("Food and drink");
        dashboard.field("Description").fill("Sourdough and rye from Mill Lane.");
        dashboard.button("Open the account").click();
        assertThat(dashboard.page().getByText("Waiting for verification")).isVisible();
        dashboard.go("Settings");
        dashboard.field("Welcome message").fill("Good morning from the oven.");
        dashboard.button("Save").click();
        assertThat(dashboard.page().getByText("Saved", exactText())).isVisible();

        var client = laptop();
        client.logIn(nora.handle());
        client.page().navigate("/discover");
        var search = client.page().getByRole(AriaRole.SEARCHBOX, pageNamed("Search official accounts"));
        search.fill(name);
        assertThat(client.page().getByText("No official account is called “" + name + "”"))
                .isVisible();

        var console = office("/console", "olga.operator");
        console.go("Verification");
        console.page().getByRole(AriaRole.LINK, pageNamed(name)).click();
        console.field("Reason").fill("Register entry seen");
        console.button("Approve").click();
        console.passTheGrace(name + " is approved");
        assertThat(console.page().getByText(name + " is verified")).isVisible();

        client.page().reload();
        search.fill(name);
        client.page().getByRole(AriaRole.LINK, pageNamed(name)).click();
        client.button("QR code and link").click();
        var sheet = client.dialog("Share " + name);
        assertThat(sheet.getByRole(AriaRole.IMG)).isVisible();
        var code = client.page()
                .request()
                .get(sheet.getByRole(AriaRole.LINK, named("Save as picture")).getAttribute("href"));
        var link = decoded(code.body());
        assertThat(link).endsWith("/@" + handle + "?from=qr");

        client.page().navigate(link);
        assertThat(client.page()
                        .getByRole(AriaRole.HEADING, exactly(name + " verified"))
                        .or(client.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setLevel(1))))
                .isVisible();
        assertThat(client.page())
                .hasURL(Pattern.compile("/" + handle.replace(".", "\\.") + "$")); // it may be passed on as a plain link
        client.page().getByRole(AriaRole.RADIO, pageNamed("Everything")).check();
        client.button("Follow, everything").click();
        assertThat(client.message("Good morning from the oven.")).isVisible();
        assertThat(client.page().getByText("Automatic answer", exactText())).isVisible();
        assertThat(client.row(name)).containsText("official account, verified");
        assertThat(client.row(friend.name())).isVisible();
        assertThat(client.page().request().get("/api/v1/follows").text()).contains("\"source\":\"qr\"");
    }

    @Test
    void aPushMessageShowsItsForecastArrivesAtOnceAndStopsAtTheQuota() {
        var edda = world.person("Edda");
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var bakery = world.verifiedAccount(edda, "Bakery " + unique());
        world.follow(alice, bakery);
        world.follow(bob, bakery);
        bob.api().put("/follows/" + bakery.id() + "/dosage", Map.of("type", "digest"));
        world.operator()
                .put(
                        "/operator/accounts/" + bakery.id() + "/quota",
                        Map.of("releasesPerDay", 3, "releasesPerMonth", 9, "reason", "a new account"))
                .expect(200);
        var client = laptop();
        client.logIn(alice.handle());
        client.open(bakery.name());
        var dashboard = office("/dashboard", edda.handle());

        dashboard.compose(bakery.id(), "Text");
        assertThat(dashboard.page().getByText("1 gets it at once")).isVisible();
        assertThat(dashboard.page().getByText("3 left", exactText())).isVisible();
        dashboard.field("Text").last().fill("Fresh rolls from eight.");
        dashboard.button("Add a quick reply").click();
        dashboard.field("What it does").selectOption("postback");
        dashboard.field("What stands on it").fill("Two, please");
        dashboard.release();
        assertThat(dashboard.page().getByText("Your push message went out")).isVisible();
        assertThat(client.message("Fresh rolls from eight.")).isVisible();
        assertThat(client.message("Fresh rolls from eight.")).containsText("Push message, number 1 this week");
        client.button("Two, please").click();
        assertThat(client.message("Two, please")
                        .getByRole(
                                AriaRole.IMG,
                                new Locator.GetByRoleOptions()
                                        .setName(Pattern.compile("^(sent|delivered|displayed)$"))))
                .isVisible();
        assertThat(client.button("Two, please")).hasCount(0);

        dashboard.compose(bakery.id(), "Image");
        dashboard.upload("Image", "huge.png", "image/png", new byte[10_400_000]);
        assertThat(dashboard.refusal()).containsText("Too large: 10.4 MB, limit 10 MB.");
        dashboard.upload("Image", "letter.png", "image/png", "Dear reader".getBytes());
        assertThat(dashboard.refusal()).containsText("JPEG, PNG, WebP and GIF can be sent.");
        dashboard.upload("Image", "bomb.png", "image/png", Pictures.headerOnly(32_000, 32_000));
        assertThat(dashboard.refusal()).containsText("pixels of a picture");
        assertThat(dashboard.refusal()).containsText("Limit40,000,000");
        dashboard.upload("Image", "loaf.png", "image/png", Pictures.png(320, 200));
        dashboard.field("Description of the picture").fill("A dark loaf on a board");
        dashboard.field("Words below the image, if you like").fill("Dark rye is back.");
        dashboard.release();
        assertThat(client.message("Dark rye is back.").getByRole(AriaRole.IMG, named("A dark loaf on a board")))
                .isVisible();

        dashboard.compose(bakery.id(), "Article");
        dashboard.field("Title").fill("Coffee tasting");
        dashboard.field("Summary, if you like").fill("Three roasters, one long table.");
        dashboard.field("Link").fill("https://example.org/tasting");
        dashboard.release();
        var card = client.message("Coffee tasting").getByRole(AriaRole.LINK);
        assertThat(card).hasAttribute("href", "https://example.org/tasting");

        dashboard.compose(bakery.id(), "Text");
        assertThat(dashboard.page().getByText("used up", exactText())).isVisible();
        dashboard.field("Text").last().fill("One too many");
        dashboard.release();
        for (var fact : List.of(
                "This push message did not go out",
                "push quota",
                "Now3",
                "Limit3",
                "Possible again",
                "Your draft is safe.")) {
            assertThat(dashboard.refusal()).containsText(fact);
        }
        assertThat(client.message("One too many")).hasCount(0);
    }

    @Test
    void theFollowerHoldsTheDoseAndLeavesInOneTap() {
        var edda = world.person("Edda");
        var alice = world.person("Alice");
        var mara = world.person("Mara");
        var bakery = world.verifiedAccount(edda, "Bakery " + unique());
        world.follow(alice, bakery);
        world.follow(mara, bakery);
        var friendship = world.befriend(alice, mara);
        var client = laptop();
        client.logIn(alice.handle());
        client.open(bakery.name());

        client.dosage("Everything").click();
        var dosage = client.dialog("Dosage of " + bakery.name());
        dosage.getByRole(AriaRole.RADIO, named("At most")).check();
        dosage.getByLabel("How many").fill("1");
        assertThat(client.dosage("At most 1 a week")).isAttached();
        dosage.getByRole(AriaRole.BUTTON, named("Close")).click();
        release(edda, bakery, "The first of this week");
        release(edda, bakery, "The second of this week");
        assertThat(client.message("The first of this week")).containsText("Push message, 1 of 1 this week");
        var digest = client.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Your digest, 1 held")));
        digest.click();
        client.page()
                .getByRole(AriaRole.ARTICLE, exactly(bakery.name()))
                .getByRole(AriaRole.BUTTON, named("Read it"))
                .click();
        assertThat(client.page().getByRole(AriaRole.ARTICLE, exactly(bakery.name())))
                .containsText("The second of this week");
        client.open(bakery.name());
        assertThat(client.message("The second of this week")).hasCount(0);

        client.message("The first of this week")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Less from"))
                .click();
        assertThat(client.dosage("A digest")).isVisible();
        client.menu("Mute");
        assertThat(client.page().getByText(bakery.name() + " is muted")).isVisible();

        client.menu("Unfollow");
        var gone = client.page().getByRole(AriaRole.REGION, exactly("You no longer follow " + bakery.name()));
        assertThat(gone).isVisible();
        assertThat(client.row(bakery.name())).hasCount(0);
        gone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
                .click();
        assertThat(client.row(bakery.name())).isVisible();
        client.open(bakery.name());
        assertThat(client.dosage("A digest")).isVisible();

        client.menu("Unfollow");
        assertThat(gone).isVisible();
        release(edda, bakery, "Nobody should read this");
        mara.api()
                .post(
                        "/conversations/" + friendship + "/messages",
                        Map.of("body", Map.of("type", "text", "text", "Seen later than the push message")))
                .expect(201);
        assertThat(client.row(mara.name())).containsText("Seen later than the push message");
        assertThat(client.row(bakery.name())).hasCount(0);
        assertThat(client.page().getByText("Nobody should read this")).hasCount(0);
        client.page().reload();
        assertThat(client.row(mara.name())).isVisible();
        assertThat(client.row(bakery.name())).hasCount(0);
    }

    @Test
    void aQuestionIsAnsweredOnTheDeskUnderTheAccountsName() {
        var edda = world.person("Edda");
        var ines = world.person("Ines");
        var alice = world.person("Alice");
        var bakery = world.verifiedAccount(edda, "Bakery " + unique());
        world.follow(alice, bakery);
        var team = office("/dashboard", edda.handle());
        team.go("Team");
        team.field("Handle").fill(ines.handle());
        team.page()
                .getByLabel("Role", new Page.GetByLabelOptions().setExact(true))
                .selectOption("Agent");
        team.button("Add").click();
        assertThat(team.page().getByText("@" + ines.handle() + " added as Agent"))
                .isVisible();
        var desk = office("/dashboard", ines.handle());
        desk.go("Desk");
        assertThat(desk.page().getByText("Nobody waits for an answer.")).isVisible();
        var client = phone();
        client.logIn(alice.handle());
        client.open(bakery.name());

        client.send("Do you bake on Sunday?");
        desk.page()
                .getByRole(AriaRole.LINK, pageNamed("Do you bake on Sunday?"))
                .click();
        assertThat(desk.page().getByText(Pattern.compile("You can write for another 4[78] h")))
                .isVisible();
        desk.page()
                .getByLabel("Answer", new Page.GetByLabelOptions().setExact(true))
                .fill("Yes, from eight.");
        assertThat(client.page().getByText(bakery.name() + " is typing").first())
                .isVisible();
        desk.button("Send").click();

        assertThat(client.message("Yes, from eight.")).isVisible();
        assertThat(client.message("Yes, from eight."))
                .hasAttribute("aria-label", Pattern.compile("^" + literally(bakery.name()) + ", .*"));
        assertThat(client.page().getByText("Ines")).hasCount(0);
        assertThat(desk.page()
                        .getByText(Pattern.compile("^Follower [0-9A-F]{4}$"))
                        .first())
                .isVisible();
        assertThat(desk.page().getByText("Alice")).hasCount(0);
    }

    @Test
    void theDeskRefusesWithRuleAndTimeOnceTheWindowHasClosed(@TempDir Path folder) {
        var own = World.start(
                folder.resolve("data"), "--parley.rate-limits.enabled=false", "--parley.follow.window-length=3s");
        try (var server = own.server()) {
            var edda = own.person("Edda");
            var alice = own.person("Alice");
            var bakery = own.verifiedAccount(edda, "Bakery");
            var conversation = own.follow(alice, bakery);
            var desk = new OfficeWindow(chromium.page(chromium.window(server.address(), 1440, 900, ColorScheme.LIGHT)));
            desk.logIn("/dashboard/" + bakery.id() + "/desk", edda.handle());
            alice.api()
                    .post(
                            "/conversations/" + conversation + "/messages",
                            Map.of("body", Map.of("type", "text", "text", "Still open?")))
                    .expect(201);

            desk.page().getByRole(AriaRole.LINK, pageNamed("Still open?")).click();

            assertThat(desk.refusal()).containsText("You cannot write here now");
            assertThat(desk.refusal()).containsText("window");
            assertThat(desk.refusal()).containsText(Pattern.compile("closed .*\\d\\d:\\d\\d"));
            assertThat(desk.button("Send")).hasCount(0);
        }
    }

    @Test
    void theOwnerSeesFollowersOverTimeAndWhatEachPushMessageDid() {
        var edda = world.person("Edda");
        var alice = world.person("Alice");
        var bob = world.person("Bob");
        var bakery = world.verifiedAccount(edda, "Bakery " + unique());
        world.follow(alice, bakery);
        world.follow(bob, bakery);
        bob.api().put("/follows/" + bakery.id() + "/dosage", Map.of("type", "digest"));
        var client = laptop();
        client.logIn(alice.handle());
        client.open(bakery.name());
        release(edda, bakery, "Look, new loaves");
        assertThat(client.message("Look, new loaves")).isVisible();
        client.menu("Mute");
        assertThat(client.page().getByText(bakery.name() + " is muted")).isVisible();
        bob.api().delete("/follows/" + bakery.id()).expect(200);

        var dashboard = office("/dashboard", edda.handle());
        assertThat(dashboard.page().getByRole(AriaRole.IMG, pageNamed("the followers went from")))
                .isVisible();
        dashboard.button("Show the table").click();
        assertThat(dashboard
                        .page()
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("2"))
                        .first())
                .isVisible();
        dashboard.go("Push messages");
        var row = dashboard
                .page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("Look, new loaves"));
        assertThat(row.getByRole(AriaRole.CELL)).hasCount(6);
        var lines = dashboard.download("Export CSV");
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).contains("Look, new loaves");
        row.getByRole(AriaRole.LINK).click();
        assertThat(dashboard.page().getByText("of 2 followers at release")).isVisible();
        assertThat(dashboard.page().getByText("nothing is said about them")).isVisible(); // of fewer than twenty
        dashboard.go("Followers");
        assertThat(dashboard.download("Export CSV")).hasSizeGreaterThan(30);
    }

    private ClientWindow laptop() {
        return new ClientWindow(chromium.page(chromium.window(world.server().address(), 1440, 900, ColorScheme.LIGHT)));
    }

    private ClientWindow phone() {
        return new ClientWindow(chromium.page(chromium.window(world.server().address(), 390, 844, ColorScheme.DARK)));
    }

    private OfficeWindow office(String place, String handle) {
        var window = new OfficeWindow(
                chromium.page(chromium.window(world.server().address(), 1440, 900, ColorScheme.LIGHT)));
        window.logIn(place, handle);
        return window;
    }

    private static String release(Person owner, Account account, String text) {
        return owner.api()
                .post(
                        "/accounts/" + account.id() + "/push-messages",
                        Map.of("body", Map.of("type", "text", "text", text), "audience", Map.of("type", "all")))
                .expect(201)
                .path("id")
                .asString();
    }

    private static String decoded(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no scanner reads this code", e);
        }
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 6);
    }

    private static Page.GetByTextOptions exactText() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
