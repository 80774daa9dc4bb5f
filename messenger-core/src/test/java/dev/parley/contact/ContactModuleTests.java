package dev.parley.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import dev.parley.audit.AuditActor;
import dev.parley.contact.RequestOutcome.Accepted;
import dev.parley.contact.RequestOutcome.Refused;
import dev.parley.contact.RequestOutcome.Requested;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.conversation.SendOutcome;
import dev.parley.delivery.ChangedThing;
import dev.parley.delivery.EntryContent.Changed;
import dev.parley.delivery.InboxEntry;
import dev.parley.delivery.Inboxes;
import dev.parley.identity.ChangeProfile;
import dev.parley.identity.ChangeProfile.PictureChange;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome.SignedUp;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.Ids;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.modulith.test.PublishedEvents;

@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
class ContactModuleTests {
    private final Contacts contacts;
    private final Blocks blocks;
    private final Reports reports;
    private final Users users;
    private final Conversations conversations;
    private final Inboxes inboxes;
    private final SettableClock clock;
    private UserId alice = UserId.next();
    private UserId bob = UserId.next();

    @Autowired
    ContactModuleTests(
            Contacts contacts,
            Blocks blocks,
            Reports reports,
            Users users,
            Conversations conversations,
            Inboxes inboxes,
            SettableClock clock) {
        this.contacts = contacts;
        this.blocks = blocks;
        this.reports = reports;
        this.users = users;
        this.conversations = conversations;
        this.inboxes = inboxes;
        this.clock = clock;
    }

    @BeforeEach
    void signUp() {
        alice = signUp("Alice");
        bob = signUp("Bob");
    }

    @Test
    void aRequestWaitsUntilItIsAcceptedAndOpensTheConversation() {
        var request = requested(alice, bob);
        assertThat(contacts.requests(alice).outgoing()).containsExactly(request);
        assertThat(contacts.requests(bob).incoming()).containsExactly(request);
        assertThat(contacts.areContacts(alice, bob)).isFalse();

        var contact = contacts.accept(bob, request.id()).orElseThrow();

        assertThat(contact.user()).isEqualTo(alice);
        assertThat(contacts.list(bob)).containsExactly(contact);
        assertThat(contacts.list(alice)).extracting(Contact::user).containsExactly(bob);
        assertThat(contacts.areContacts(alice, bob)).isTrue();
        assertThat(contacts.contactsOf(alice)).containsExactly(bob);
        assertThat(contacts.requests(alice).outgoing()).isEmpty();
        assertThat(conversations.between(PartyRef.user(alice), PartyRef.user(bob)))
                .contains(contact.conversation());
        assertThat(say(alice, contact.conversation())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(say(bob, contact.conversation())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void bothSidesAreToldOfEveryStep() {
        var request = requested(alice, bob);
        assertThat(toldTo(alice)).containsExactly(ChangedThing.CONTACT_REQUESTS);
        assertThat(toldTo(bob)).containsExactly(ChangedThing.CONTACT_REQUESTS);

        contacts.accept(bob, request.id());

        assertThat(toldTo(alice)).contains(ChangedThing.CONTACTS, ChangedThing.CONVERSATIONS);
        assertThat(toldTo(bob)).contains(ChangedThing.CONTACTS, ChangedThing.CONVERSATIONS);
    }

    @Test
    void aRepeatedRequestIsTheSameRequest() {
        var first = requested(alice, bob);
        clock.advance(Duration.ofHours(1));

        assertThat(requested(alice, bob)).isEqualTo(first);

        assertThat(contacts.requests(bob).incoming()).hasSize(1);
    }

    @Test
    void acceptingTwiceGivesTheSameContact() {
        var request = requested(alice, bob);
        var contact = contacts.accept(bob, request.id());

        assertThat(contacts.accept(bob, request.id())).isEqualTo(contact);

        assertThat(contacts.request(alice, bob)).isInstanceOf(Accepted.class);
        assertThat(contacts.list(bob)).hasSize(1);
    }

    @Test
    void onlyTheReceiverAcceptsOrDeclinesAndOnlyTheSenderWithdraws() {
        var request = requested(alice, bob);
        var carol = signUp("Carol");

        assertThat(contacts.accept(alice, request.id())).isEmpty();
        assertThat(contacts.accept(carol, request.id())).isEmpty();
        assertThat(contacts.decline(alice, request.id())).isFalse();
        assertThat(contacts.withdraw(bob, request.id())).isFalse();
        assertThat(contacts.withdraw(alice, request.id())).isTrue();
        assertThat(contacts.requests(bob).incoming()).isEmpty();
        assertThat(contacts.accept(bob, request.id())).isEmpty();
    }

    @Test
    void aRequestThatMeetsItsMirrorImageIsAcceptedAtOnce() {
        requested(alice, bob);

        assertThat(contacts.request(bob, alice)).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.contact().user()).isEqualTo(alice);
            assertThat(contacts.areContacts(alice, bob)).isTrue();
        });
    }

    @Test
    void twoRequestsAtTheSameTimeMakeContactsOnce() throws Exception {
        for (var round = 0; round < 10; round++) {
            var carol = signUp("Carol");

            var outcomes = atOnce(() -> contacts.request(alice, carol), () -> contacts.request(carol, alice));

            assertThat(outcomes).filteredOn(Requested.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
            assertThat(contacts.list(carol)).hasSize(1);
        }
    }

    @Test
    void aDeclinedRequestIsHiddenAndItsSenderNotTold() {
        var request = requested(alice, bob);
        var before = inboxes.newest(PartyRef.user(alice));

        assertThat(contacts.decline(bob, request.id())).isTrue();

        assertThat(contacts.requests(bob).incoming()).isEmpty();
        assertThat(contacts.requests(alice).outgoing()).containsExactly(request);
        assertThat(inboxes.newest(PartyRef.user(alice))).isEqualTo(before);
        assertThat(requested(alice, bob)).isEqualTo(request);
        contacts.withdraw(alice, request.id());
        requested(alice, bob);
        assertThat(contacts.requests(bob).incoming()).isEmpty();
    }

    @Test
    void whoDeclinedMayStillAskAndIsAcceptedAtOnce() {
        contacts.decline(bob, requested(alice, bob).id());

        assertThat(contacts.request(bob, alice)).isInstanceOf(Accepted.class);
    }

    @Test
    void strangersCannotWrite() {
        var conversation = becomeContacts();
        assertThat(say(alice, conversation)).isInstanceOf(SendOutcome.Accepted.class);

        assertThat(contacts.remove(bob, alice)).isTrue();

        assertThat(refusal(say(alice, conversation)).problem()).isEqualTo("not-a-contact");
        assertThat(refusal(say(bob, conversation)).problem()).isEqualTo("not-a-contact");
        assertThat(contacts.list(alice)).isEmpty();
        assertThat(contacts.remove(bob, alice)).isFalse();
        requested(alice, bob);
        assertThat(contacts.requests(bob).incoming()).hasSize(1);
    }

    @Test
    void aBlockIsRefusedInTheWordsForStrangersAndWorksAtOnce() {
        var conversation = becomeContacts();
        assertThat(say(alice, conversation)).isInstanceOf(SendOutcome.Accepted.class);
        var newest = inboxes.newest(PartyRef.user(alice));

        blocks.block(bob, PartyRef.user(alice));

        var blocked = refusal(say(alice, conversation));
        assertThat(inboxes.newest(PartyRef.user(alice))).isEqualTo(newest);
        assertThat(contacts.contactsOf(alice)).isEmpty();
        blocks.unblock(bob, PartyRef.user(alice));
        assertThat(say(alice, conversation)).isInstanceOf(SendOutcome.Accepted.class);
        contacts.remove(bob, alice);
        assertThat(refusal(say(alice, conversation))).isEqualTo(blocked);
    }

    @Test
    void whoIsBlockedCanAskButIsNotSeen() {
        blocks.block(bob, PartyRef.user(alice));

        var request = requested(alice, bob);

        assertThat(contacts.requests(alice).outgoing()).containsExactly(request);
        assertThat(contacts.requests(bob).incoming()).isEmpty();
        assertThat(toldTo(bob)).doesNotHaveDuplicates();
        assertThat(contacts.accept(bob, request.id())).isEmpty();
        assertThat(contacts.request(bob, alice)).isInstanceOf(Refused.class);
    }

    @Test
    void blockingHidesAndTakesBackRequests() {
        requested(alice, bob);
        var carol = signUp("Carol");
        requested(bob, carol);

        blocks.block(bob, PartyRef.user(alice));
        blocks.block(bob, PartyRef.user(carol));

        assertThat(contacts.requests(bob).incoming()).isEmpty();
        assertThat(contacts.requests(bob).outgoing()).isEmpty();
        assertThat(contacts.requests(carol).incoming()).isEmpty();
    }

    @Test
    void anyKindOfPartyCanBeBlocked(PublishedEvents events) {
        var bakery = new PartyRef("account", UUID.randomUUID());

        blocks.block(bob, bakery);
        blocks.block(bob, bakery);
        blocks.block(bob, PartyRef.user(bob));

        assertThat(blocks.list(bob)).extracting(Block::party).containsExactly(bakery);
        assertThat(blocks.isBlocked(bob, bakery)).isTrue();
        assertThat(events.ofType(PartyBlocked.class)).containsExactly(new PartyBlocked(bob, bakery));
        assertThat(blocks.unblock(bob, bakery)).isTrue();
        assertThat(blocks.unblock(bob, bakery)).isFalse();
    }

    @Test
    void refusesRequestsToOneselfToNobodyAndToTheSuspended() {
        users.suspend(bob, new AuditActor(Ids.next(), "Olivia", "operator"), "spam");

        assertThat(contacts.request(alice, alice)).isInstanceOf(Refused.class);
        assertThat(contacts.request(alice, UserId.next())).isInstanceOf(Refused.class);
        assertThat(contacts.request(alice, bob)).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAnotherRequestWhileAHundredWait() {
        for (var i = 0; i < 100; i++) {
            requested(alice, signUp("Extra"));
        }

        assertThat(contacts.request(alice, bob)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().value()).isEqualTo("100");
            assertThat(refused.refusal().limit()).isEqualTo("100");
        });
    }

    @Test
    void contactsAndOwnDevicesAreToldOfANewName() {
        becomeContacts();
        var newest = inboxes.newest(PartyRef.user(bob));

        users.changeProfile(new ChangeProfile(alice, "Alicia", new PictureChange.Keep(), null, null));

        await().untilAsserted(() -> {
            assertThat(toldTo(bob, newest)).containsExactly(ChangedThing.CONTACTS, ChangedThing.CONVERSATIONS);
            assertThat(toldTo(alice)).contains(ChangedThing.ME);
        });
    }

    @Test
    void keepsOneReportPerDayPartyAndReason() {
        var bakery = new PartyRef("account", UUID.randomUUID());

        var first = reports.report(alice, bakery, ReportReason.SPAM, "ten\u0000 a day");
        var repeated = reports.report(alice, bakery, ReportReason.SPAM, "twelve a day");
        clock.advance(Duration.ofDays(1));
        var nextDay = reports.report(alice, bakery, ReportReason.SPAM, null);
        reports.report(bob, PartyRef.user(alice), ReportReason.OTHER, "");

        assertThat(repeated).isEqualTo(first);
        assertThat(first.comment()).isEqualTo("ten a day");
        assertThat(nextDay.id()).isNotEqualTo(first.id());
        assertThat(reports.count(List.of(bakery, PartyRef.user(bob))))
                .containsOnlyKeys(bakery)
                .containsValue(2L);
        var newest = reports.list(null, 1);
        var older = reports.list(newest.nextCursor(), 200);
        assertThat(newest.items()).hasSize(1).doesNotContainAnyElementsOf(older.items());
        assertThat(older.items()).hasSize((int) reports.count() - 1).contains(first);
    }

    private ConversationId becomeContacts() {
        return contacts.accept(bob, requested(alice, bob).id()).orElseThrow().conversation();
    }

    private ContactRequest requested(UserId from, UserId to) {
        var outcome = contacts.request(from, to);
        return outcome instanceof Requested(var request) ? request : fail("not requested: " + outcome);
    }

    private SendOutcome say(UserId sender, ConversationId conversation) {
        var key = new IdempotencyKey(UUID.randomUUID().toString());
        return conversations.send(SendMessage.from(sender, conversation, new MessageBody.Text("hello"), key));
    }

    private static Refusal refusal(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused(var refusal) ? refusal : fail("not refused: " + outcome);
    }

    private List<ChangedThing> toldTo(UserId user) {
        return toldTo(user, 0);
    }

    private List<ChangedThing> toldTo(UserId user, long after) {
        return inboxes.read(PartyRef.user(user), after, 1_000).stream()
                .map(InboxEntry::content)
                .flatMap(content ->
                        content instanceof Changed changed ? Stream.of(changed.what()) : Stream.<ChangedThing>empty())
                .toList();
    }

    private UserId signUp(String name) {
        var handle = name.toLowerCase(Locale.ROOT) + "."
                + UUID.randomUUID().toString().substring(24);
        var outcome = users.signUp(new SignUp(handle, name, "correct horse battery", null, null));
        return outcome instanceof SignedUp(var user) ? user.id() : fail("not signed up: " + outcome);
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... actions) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(List.of(actions))) {
                results.add(future.get());
            }
            return results;
        }
    }
}
