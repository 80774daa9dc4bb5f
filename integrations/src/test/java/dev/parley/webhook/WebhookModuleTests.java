package dev.parley.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import dev.parley.ParleyTestApplication;
import dev.parley.account.AccountOutcome;
import dev.parley.account.Category;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.OpenAccount;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.follow.Followers;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome;
import dev.parley.identity.Users;
import dev.parley.kernel.Ids;
import dev.parley.kernel.UserId;
import dev.parley.testing.SettableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = ParleyTestApplication.class,
        properties = {"parley.webhook.allowed-addresses=127.0.0.1/32", "parley.webhook.poll=50ms"})
class WebhookModuleTests {
    private static final List<String> FOLLOWS = List.of("follow.started");

    private final WebhookEndpoints endpoints;
    private final Follows follows;
    private final Followers followers;
    private final OfficialAccounts accounts;
    private final Users users;
    private final AuditLog auditLog;
    private final SettableClock clock;
    private final Receiver receiver;

    private UserId alice = UserId.next();
    private UserId bob = UserId.next();
    private OfficialAccountId bakery = new OfficialAccountId(bob.value());

    @Autowired
    WebhookModuleTests(
            WebhookEndpoints endpoints,
            Follows follows,
            Followers followers,
            OfficialAccounts accounts,
            Users users,
            AuditLog auditLog,
            SettableClock clock)
            throws IOException {
        this.endpoints = endpoints;
        this.follows = follows;
        this.followers = followers;
        this.accounts = accounts;
        this.users = users;
        this.auditLog = auditLog;
        this.clock = clock;
        this.receiver = new Receiver();
    }

    @BeforeEach
    void openTheBakery() {
        alice = user("alice");
        bob = user("bob");
        var handle = "bakery." + unique();
        if (!(accounts.open(new OpenAccount(bob, handle, "Bakery", Category.FOOD, "", null))
                instanceof AccountOutcome.Done(var account))) {
            throw new IllegalStateException("the bakery was not opened");
        }
        bakery = account.id();
        accounts.verify(bakery, bob, "known to us");
    }

    @AfterEach
    void closeTheReceiver() {
        receiver.close();
    }

    @Test
    void tellsTheCompanyOfANewFollowerSignedAndWithoutTheUser() {
        clock.set(Clock.systemUTC().instant()); // the verifier compares with the machine's own clock
        var added = added(receiver.url());

        follows.follow(alice, bakery, Source.QR);

        await().untilAsserted(() -> assertThat(receiver.calls()).hasSize(1));
        var call = receiver.calls().getFirst();
        assertThatCode(() -> new Webhook(added.secret()).verify(call.body(), call.headers()))
                .doesNotThrowAnyException();
        assertThat(call.body())
                .contains("\"type\":\"follow.started\"", "\"source\":\"qr\"")
                .contains(
                        followers.follower(bakery, alice).orElseThrow().value().toString())
                .doesNotContain(alice.toString(), "alice");
        await().untilAsserted(() -> assertThat(attempts(added))
                .singleElement()
                .returns(200, WebhookAttempt::status)
                .returns(null, WebhookAttempt::error));
        clock.reset();
    }

    @Test
    void triesAgainUnderTheSameIdUntilItIsTaken() {
        var added = added(receiver.url());
        receiver.answers(500, 503);

        follows.follow(alice, bakery, Source.LINK);
        await().untilAsserted(() -> assertThat(attempts(added)).hasSize(1));
        clock.advance(Duration.ofSeconds(5));
        await().untilAsserted(() -> assertThat(attempts(added)).hasSize(2));
        clock.advance(Duration.ofSeconds(30));
        await().untilAsserted(() -> assertThat(attempts(added)).hasSize(3));
        clock.advance(Duration.ofDays(2));

        assertThat(receiver.calls())
                .hasSize(3)
                .extracting(call -> call.header("webhook-id"))
                .containsOnly(receiver.calls().getFirst().header("webhook-id"));
        assertThat(attempts(added)).extracting(WebhookAttempt::status).containsExactly(200, 503, 500);
    }

    @Test
    void neitherFollowsRedirectsNorTellsAnEndpointThatIsGone() {
        var added = added(receiver.url());
        receiver.answers(302, 410);

        follows.follow(alice, bakery, Source.LINK);
        await().untilAsserted(() -> assertThat(attempts(added)).hasSize(1));
        clock.advance(Duration.ofSeconds(5));

        await().untilAsserted(() ->
                assertThat(endpoints.list(bakery)).singleElement().returns(false, WebhookEndpoint::active));
        assertThat(receiver.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.localdomain:1/",
                "http://127.0.0.2/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://0.0.0.0/",
                "ftp://example.org/",
                "https://user:password@example.org/",
                "/relative",
                "not an address",
                "http://",
                "javascript:alert(1)"
            })
    void refusesAddressesThatACompanyMustNotReach(String url) {
        assertThat(endpoints.add(bakery, bob, url, FOLLOWS)).isInstanceOf(EndpointOutcome.Invalid.class);
    }

    @Test
    void saysAtOnceWhatCameOfATest() {
        var added = added(receiver.url());
        receiver.answers(418);

        assertThat(endpoints.test(bakery, bob, added.endpoint().id()).orElseThrow())
                .returns(418, WebhookAttempt::status)
                .returns("endpoint.test", WebhookAttempt::event)
                .returns("answered 418", WebhookAttempt::error);
    }

    @Test
    void keepsEndpointsFromOtherAccounts() {
        var added = added(receiver.url());
        var bank = new OfficialAccountId(Ids.next());

        assertThat(endpoints.attempts(bank, added.endpoint().id(), null, 10)).isEmpty();
        assertThat(endpoints.test(bank, bob, added.endpoint().id())).isEmpty();
        assertThat(endpoints.remove(bank, bob, added.endpoint().id())).isFalse();
    }

    @Test
    void writesIntoTheAuditLogWhatWasAddedAndRemoved() {
        var added = added(receiver.url() + "?token=secret");
        endpoints.remove(bakery, bob, added.endpoint().id());

        var entries = auditLog.page(bakery.toString(), null, 10).items();
        assertThat(entries.stream().map(AuditEntry::action).limit(2))
                .containsExactly("webhook.endpoint-removed", "webhook.endpoint-added");
        assertThat(entries.toString()).doesNotContain("token=secret", added.secret());
    }

    private List<WebhookAttempt> attempts(EndpointOutcome.Added added) {
        return endpoints
                .attempts(bakery, added.endpoint().id(), null, 10)
                .orElseThrow()
                .items();
    }

    private EndpointOutcome.Added added(String url) {
        if (endpoints.add(bakery, bob, url, FOLLOWS) instanceof EndpointOutcome.Added added) {
            return added;
        }
        throw new AssertionError("the endpoint was refused");
    }

    private UserId user(String name) {
        var command = new SignUp(name + "." + unique(), name, "correct horse battery", null, null);
        if (users.signUp(command) instanceof SignUpOutcome.SignedUp(var user)) {
            return user.id();
        }
        throw new IllegalStateException("the sign-up of " + name + " was refused");
    }

    private static String unique() {
        return Ids.next().toString().replace("-", "").substring(20);
    }
}
