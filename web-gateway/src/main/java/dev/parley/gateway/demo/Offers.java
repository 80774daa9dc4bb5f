package dev.parley.gateway.demo;

import dev.parley.account.OfficialAccountId;
import dev.parley.article.ArticleOutcome;
import dev.parley.article.Articles;
import dev.parley.article.WriteArticle;
import dev.parley.conversation.FormField;
import dev.parley.conversation.LayoutElement.Align;
import dev.parley.conversation.LayoutElement.BubbleSize;
import dev.parley.conversation.LayoutElement.Direction;
import dev.parley.conversation.LayoutElement.Fit;
import dev.parley.conversation.LayoutElement.Size;
import dev.parley.conversation.LayoutElement.Space;
import dev.parley.conversation.LayoutElement.Style;
import dev.parley.conversation.LayoutElement.Weight;
import dev.parley.conversation.MessageAction.Mode;
import dev.parley.conversation.MessageBody;
import dev.parley.draft.Checked;
import dev.parley.draft.Drafts;
import dev.parley.draft.NewLayoutElement;
import dev.parley.draft.NewMessageAction;
import dev.parley.draft.NewMessageBody;
import dev.parley.draft.NewMessageBody.CarouselCard;
import dev.parley.draft.NewMessageBody.Cover;
import dev.parley.draft.NewMessageBody.Field;
import dev.parley.draft.NewMessageBody.Item;
import dev.parley.draft.NewMessageBody.QuickReply;
import dev.parley.draft.NewMessageBody.Row;
import dev.parley.draft.NewMessageBody.Section;
import dev.parley.draft.Speaker;
import dev.parley.gateway.demo.Drawings.Scene;
import dev.parley.kernel.UserId;
import dev.parley.media.MediaPurpose;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the companies of the demo world say beyond words: at least one of each kind, checked like everything else. */
@Component
@ConditionalOnProperty("parley.demo")
class Offers {
    private final Drafts drafts;
    private final Articles articles;
    private final Cast cast;

    Offers(Drafts drafts, Articles articles, Cast cast) {
        this.drafts = drafts;
        this.articles = articles;
        this.cast = cast;
    }

    MessageBody breads(UserId by) {
        return accepted(new NewMessageBody.Carousel(
                List.of(
                        bread(by, Scene.LOAF, "Dark rye", "Sixteen hours in the oven. 1 kg, € 6.80", "rye"),
                        bread(by, Scene.CAKE, "Plum cake", "With almonds, by the slice or whole. € 3.20", "plum"),
                        bread(by, Scene.COFFEE, "Coffee tasting", "Three roasters, one long table. € 12", "tasting")),
                null));
    }

    MessageBody rolls() {
        return accepted(new NewMessageBody.Rows(
                "Saturday rolls",
                "Choose what we put into the bag.",
                "See the rolls",
                List.of(
                        new Section(
                                "Plain",
                                List.of(
                                        new Row("wheat", "Wheat roll", "€ 0.60"),
                                        new Row("spelt", "Spelt roll", "€ 0.85"))),
                        new Section(
                                "With seeds",
                                List.of(
                                        new Row("poppy", "Poppy roll", "€ 0.75"),
                                        new Row("pumpkin", "Pumpkin roll", "€ 0.95, with roasted seeds")))),
                null));
    }

    MessageBody order() {
        return accepted(new NewMessageBody.Form(
                "Your order for Sunday",
                "We bake it for you and keep it until noon.",
                List.of(
                        new Field("name", "Name on the bag", FormField.Kind.TEXT, true, null, 60),
                        new Field("day", "Day", FormField.Kind.DATE, true, null, null),
                        new Field("loaves", "Loaves", FormField.Kind.NUMBER, true, null, 12),
                        new Field(
                                "bread",
                                "Bread",
                                FormField.Kind.CHOICE,
                                true,
                                List.of("Dark rye", "Sourdough", "Seeded"),
                                null),
                        new Field("sliced", "Sliced?", FormField.Kind.YES_NO, false, null, null)),
                "Order",
                null));
    }

    MessageBody trains(UserId by) {
        return accepted(new NewMessageBody.Layout(
                "Saturday to the coast: 08:12 from track 3, 09:47 from track 1",
                new NewLayoutElement.Bubble(
                        BubbleSize.MEGA,
                        null,
                        new NewLayoutElement.Image(
                                picture(by, Scene.HARBOUR, "The harbour in the morning"),
                                "The harbour in the morning",
                                Size.FULL,
                                "20:9",
                                Fit.COVER,
                                null,
                                null,
                                null,
                                null),
                        box(
                                Direction.VERTICAL,
                                Space.MD,
                                List.of(
                                        words("Saturday to the coast", Size.LG, Weight.BOLD, null),
                                        train("08:12", "Track 3", "1 h 24"),
                                        new NewLayoutElement.Separator(null, null),
                                        train("09:47", "Track 1", "1 h 31"))),
                        box(
                                Direction.HORIZONTAL,
                                Space.SM,
                                List.of(
                                        button(
                                                Style.PRIMARY,
                                                new NewMessageAction.Postback("Take 08:12", "take:0812", null)),
                                        button(
                                                Style.SECONDARY,
                                                new NewMessageAction.Postback("Take 09:47", "take:0947", null))))),
                null));
    }

    MessageBody platform() {
        return accepted(new NewMessageBody.Location(
                54.3213, 10.1349, "Orrin Central, track 3", "Station Square 1, Orrin", null));
    }

    MessageBody seats() {
        return accepted(new NewMessageBody.Confirm(
                "Two seats for Friday, row 7. Shall we keep them until six?",
                List.of(
                        new NewMessageAction.Postback("Keep them", "keep:yes", "Yes, please keep them"),
                        new NewMessageAction.Postback("No, thank you", "keep:no", null)),
                null));
    }

    MessageBody play(UserId by) {
        return accepted(new NewMessageBody.Card(
                "The Lighthouse Keeper",
                "Friday at half past seven. One interval, never too long.",
                new Cover(picture(by, Scene.HARBOUR, "A lighthouse over the harbour"), "A lighthouse over the harbour"),
                List.of(
                        new NewMessageAction.Link("Programme", "https://example.org/ombra/lighthouse"),
                        new NewMessageAction.Copy("Copy the code", "OMBRA-7"),
                        new NewMessageAction.Call("Call the box office", "+49 431 555 0142")),
                null));
    }

    MessageBody quietHours() {
        return accepted(new NewMessageBody.Text(
                "Tuesday and Thursday evenings are the quietest. When would you like to come?",
                null,
                List.of(
                        new QuickReply(new NewMessageAction.Say("Tuesday", "Tuesday, please"), null),
                        new QuickReply(new NewMessageAction.Say("Thursday", "Thursday, please"), null),
                        new QuickReply(
                                new NewMessageAction.Date("Another day", "visit", Mode.DATE, null, null, null), null),
                        new QuickReply(new NewMessageAction.Location("How far is it?"), null),
                        new QuickReply(new NewMessageAction.Camera("Scan a card"), null))));
    }

    /** A published article page, and a message that leads to it. */
    MessageBody reading(OfficialAccountId account, UserId by) {
        var cover = cast.picture(by, MediaPurpose.PICTURE, "A dark loaf on a board", Drawings.scene(Scene.LOAF));
        var written = articles.create(new WriteArticle(
                account,
                by,
                "Sixteen hours: how our rye is made",
                "From the starter in the evening to the crust in the morning.",
                cover,
                "A dark loaf on a board",
                """
                <p>It begins with a spoonful of starter that is <strong>older than the shop</strong>.</p>
                <h2>In the evening</h2>
                <p>Rye, water and starter stand together until the kitchen smells of apples.</p>
                <h2>At night</h2>
                <ul><li>Salt, and a little malt</li><li>Four hours of rest</li><li>Into the oven while it is still hot from the rolls</li></ul>
                <blockquote>Whoever opens the oven too early gets a flat loaf. – Edda</blockquote>
                <p>It is best on the third day.</p>
                """));
        if (!(written instanceof ArticleOutcome.Done(var page))) {
            throw new IllegalStateException(written.toString());
        }
        articles.publish(account, page.id(), by);
        return accepted(new NewMessageBody.Articles(
                List.of(
                        new Item(
                                page.draft().title(),
                                page.draft().summary(),
                                "/p/" + page.id(),
                                new Cover(picture(by, Scene.LOAF, "A dark loaf on a board"), "A dark loaf on a board")),
                        new Item(
                                "Plum cake, by the slice",
                                "With almonds, until the plums are gone.",
                                "https://example.org/plum-cake",
                                new Cover(picture(by, Scene.CAKE, "A plum cake"), "A plum cake"))),
                null));
    }

    private CarouselCard bread(UserId by, Scene scene, String title, String text, String data) {
        return new CarouselCard(
                title,
                text,
                new Cover(picture(by, scene, title), title),
                List.of(
                        new NewMessageAction.Postback("Keep one for me", "keep:" + data, null),
                        new NewMessageAction.Link("More about it", "https://example.org/" + data)));
    }

    private UUID picture(UserId by, Scene scene, String description) {
        return cast.picture(by, MediaPurpose.MESSAGE, description, Drawings.scene(scene))
                .value();
    }

    private static NewLayoutElement train(String time, String track, String duration) {
        return box(
                Direction.HORIZONTAL,
                Space.SM,
                List.of(
                        words(time, Size.XL, Weight.BOLD, null),
                        words(track, Size.SM, null, "#5a6b73"),
                        words(duration, Size.SM, null, "#5a6b73")));
    }

    private static NewLayoutElement words(String text, Size size, @Nullable Weight weight, @Nullable String color) {
        return new NewLayoutElement.Text(text, size, weight, color, Align.START, true, null, null, null);
    }

    private static NewLayoutElement button(Style style, NewMessageAction action) {
        return new NewLayoutElement.Button(action, style, null, null, null);
    }

    private static NewLayoutElement box(Direction direction, Space spacing, List<@Nullable NewLayoutElement> contents) {
        return new NewLayoutElement.Box(
                direction, contents, spacing, null, null, null, null, null, null, null, null, null);
    }

    private MessageBody accepted(NewMessageBody draft) {
        return switch (drafts.check(draft, Speaker.account(_ -> true))) {
            case Checked.Accepted(var body) -> body;
            case Checked.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
