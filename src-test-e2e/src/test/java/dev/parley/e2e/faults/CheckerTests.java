package dev.parley.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.e2e.faults.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checker is believed only because it goes red when it must. */
class CheckerTests {
    private static final String TALK = "talk";

    private final Book book = new Book();
    private final List<Stored.Message> messages = new ArrayList<>();
    private final Map<String, Stored.Inbox> inboxes = new HashMap<>();

    CheckerTests() {
        book.conversation(TALK, "alice", "bob");
        for (var i = 1; i <= 3; i++) {
            var sender = i == 2 ? "bob" : "alice";
            book.sent(new Book.Sent(sender, "key" + i, TALK, "text" + i));
            book.acknowledged(new Book.Acknowledged(sender, "key" + i, "id" + i, 10 + i));
            messages.add(new Stored.Message(TALK, 10 + i, "id" + i, sender, "key" + i, "text" + i));
        }
        for (var user : List.of("alice", "bob")) {
            inboxes.put(
                    user,
                    new Stored.Inbox(
                            4,
                            new ArrayList<>(List.of(
                                    new Stored.Entry(1, 11),
                                    new Stored.Entry(2, 12),
                                    new Stored.Entry(3, 13),
                                    new Stored.Entry(4, 0)))));
        }
        for (var device : List.of("alice/phone", "bob/phone")) {
            var screen = book.screen(device, device.substring(0, device.indexOf('/')));
            for (var i = 1; i <= 3; i++) {
                screen.show(shown(i));
            }
        }
    }

    @Test
    void findsNothingWhereEverythingIsAsItShouldBe() {
        book.acknowledged(new Book.Acknowledged("alice", "key1", "id1", 11)); // the answer to a repetition
        book.sent(new Book.Sent("alice", "key4", TALK, "on its way when the server died"));

        assertThat(check()).isEmpty();
    }

    @Test
    void seesAnAcknowledgedMessageThatIsNotStored() {
        messages.remove(2);
        inboxes.values().forEach(inbox -> inbox.entries().remove(2));

        assertThat(Checker.kinds(check())).contains(Kind.LOST);
    }

    @Test
    void seesAMessageThatIsStoredTwice() {
        messages.add(new Stored.Message(TALK, 14, "id4", "alice", "key3", "text3"));

        assertThat(Checker.kinds(check())).contains(Kind.TWICE);
    }

    @Test
    void seesTwoAnswersToOneKey() {
        book.acknowledged(new Book.Acknowledged("alice", "key1", "id9", 19));

        assertThat(Checker.kinds(check())).containsExactly(Kind.TWICE);
    }

    @Test
    void seesAMessageThatADeviceNeverShowed() {
        book.screen("bob/laptop", "bob").show(shown(1));
        book.screen("bob/laptop", "bob").show(shown(3));

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOST);
            assertThat(finding.said()).contains("bob/laptop", "id2");
        });
    }

    @Test
    void seesAMessageThatADeviceShowedTwice() {
        book.screen("bob/phone", "bob").show(shown(3));

        assertThat(Checker.kinds(check())).contains(Kind.TWICE);
    }

    @Test
    void seesAnotherOrderOnADevice() {
        var screen = book.screen("bob/laptop", "bob");
        screen.show(shown(2));
        screen.show(shown(1));
        screen.show(shown(3));

        assertThat(Checker.kinds(check())).containsExactly(Kind.REORDERED);
    }

    @Test
    void seesAnotherOrderInAnInbox() {
        inboxes.put(
                "carol",
                new Stored.Inbox(
                        3, List.of(new Stored.Entry(1, 12), new Stored.Entry(2, 11), new Stored.Entry(3, 13))));
        book.conversation(TALK, "alice", "bob", "carol");

        assertThat(Checker.kinds(check())).containsExactly(Kind.REORDERED);
    }

    @Test
    void seesAMessageThatNobodySent() {
        messages.add(new Stored.Message(TALK, 14, "id4", "alice", "key4", "text4"));

        assertThat(Checker.kinds(check())).contains(Kind.INVENTED);
    }

    @Test
    void seesAMessageWhoseTextIsAnother() {
        messages.set(0, new Stored.Message(TALK, 11, "id1", "alice", "key1", "forged"));

        assertThat(Checker.kinds(check())).containsExactly(Kind.INVENTED);
    }

    @Test
    void seesAMessageOnAScreenThatIsNotStored() {
        book.screen("bob/phone", "bob").show(new Book.Shown(TALK, 14, "id4", "alice", "text4", 5));

        assertThat(Checker.kinds(check())).contains(Kind.INVENTED);
    }

    @Test
    void seesAMessageThatIsMissingInAnInbox() {
        inboxes.values().forEach(inbox -> inbox.entries().remove(1));

        assertThat(Checker.kinds(check())).contains(Kind.LOST);
    }

    @Test
    void seesANumberThatIsMissingInAnInboxBehindTheNewestNews() {
        inboxes.put(
                "carol",
                new Stored.Inbox(
                        4,
                        List.of(
                                new Stored.Entry(1, 0),
                                new Stored.Entry(2, 11),
                                new Stored.Entry(3, 12),
                                new Stored.Entry(5, 13))));
        book.conversation(TALK, "alice", "bob", "carol");

        assertThat(Checker.kinds(check())).containsExactly(Kind.GAP);
    }

    @Test
    void takesANumberForSupersededWhenNewsFollow() {
        inboxes.put(
                "carol",
                new Stored.Inbox(
                        5,
                        List.of(
                                new Stored.Entry(1, 11),
                                new Stored.Entry(3, 12),
                                new Stored.Entry(4, 13),
                                new Stored.Entry(5, 0))));
        book.conversation(TALK, "alice", "bob", "carol");

        assertThat(check()).isEmpty();
    }

    @Test
    void passesOnWhatClientsFound() {
        book.found(Kind.DISHONEST, "a 500");

        assertThat(Checker.kinds(check())).containsExactly(Kind.DISHONEST);
    }

    private static Book.Shown shown(int i) {
        return new Book.Shown(TALK, 10 + i, "id" + i, i == 2 ? "bob" : "alice", "text" + i, i);
    }

    private List<Finding> check() {
        return Checker.check(book, new Stored(messages, inboxes));
    }
}
