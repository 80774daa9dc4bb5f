package dev.parley.gateway;

import dev.parley.account.AccountOutcome;
import dev.parley.account.Category;
import dev.parley.account.OfficialAccountId;
import dev.parley.account.OfficialAccounts;
import dev.parley.account.OpenAccount;
import dev.parley.account.Role;
import dev.parley.account.Team;
import dev.parley.contact.Contacts;
import dev.parley.contact.RequestOutcome;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.MessageBody;
import dev.parley.conversation.SendMessage;
import dev.parley.follow.Follows;
import dev.parley.follow.Source;
import dev.parley.identity.Operators;
import dev.parley.identity.Sessions;
import dev.parley.identity.SetUp;
import dev.parley.identity.SignUp;
import dev.parley.identity.SignUpOutcome;
import dev.parley.identity.Users;
import dev.parley.kernel.ConversationId;
import dev.parley.kernel.IdempotencyKey;
import dev.parley.kernel.UserId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** One person of each kind around a verified bakery that alice follows and has asked something; and a way to ask the server as each of them. */
@TestComponent
class SmallWorld {
    private static final String PASSWORD = "correct horse battery";

    private final Users users;
    private final Sessions sessions;
    private final Operators operators;
    private final Contacts contacts;
    private final OfficialAccounts accounts;
    private final Team team;
    private final Follows follows;
    private final Conversations conversations;
    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable People people;

    SmallWorld(
            Users users,
            Sessions sessions,
            Operators operators,
            Contacts contacts,
            OfficialAccounts accounts,
            Team team,
            Follows follows,
            Conversations conversations,
            Environment environment) {
        this.users = users;
        this.sessions = sessions;
        this.operators = operators;
        this.contacts = contacts;
        this.accounts = accounts;
        this.team = team;
        this.follows = follows;
        this.conversations = conversations;
        this.environment = environment;
    }

    /** In whose name the server is asked. */
    enum Who {
        NOBODY,
        USER,
        OTHER,
        AGENT,
        ANALYST,
        EDITOR,
        OWNER,
        OPERATOR
    }

    record People(
            Map<Who, UserId> ids, OfficialAccountId bakery, ConversationId withBakery, ConversationId withFriend) {}

    /** Made on the first call. */
    synchronized People people() {
        if (people == null) {
            people = settle();
        }
        return people;
    }

    /** Asks as somebody, each time in a session of its own. */
    HttpResponse<String> ask(Who role, String method, String path, @Nullable String body, String... headers)
            throws Exception {
        var builder = HttpRequest.newBuilder(URI.create(address() + path));
        var who = people().ids().get(role);
        if (who != null) {
            builder.header(
                    "Authorization", "Bearer " + sessions.open(who, "test").token());
        }
        if (body != null) {
            builder.setHeader("Content-Type", "application/json");
        }
        for (var i = 0; i < headers.length; i += 2) {
            builder.setHeader(headers[i], headers[i + 1]);
        }
        var content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return http.send(builder.method(method, content).build(), BodyHandlers.ofString());
    }

    String address() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    private People settle() {
        var alice = signUp("alice");
        var other = signUp("bob");
        var agent = signUp("carla");
        var analyst = signUp("dora");
        var owner = signUp("edda");
        var editor = signUp("emil");
        var friend = signUp("fred");
        var code = operators.newSetupCode().orElseThrow();
        var operator = ((SignUpOutcome.SignedUp) operators.setUp(new SetUp(code, "oona", "Oona", PASSWORD)))
                .user()
                .id();

        contacts.request(alice, friend);
        var withFriend = ((RequestOutcome.Accepted) contacts.request(friend, alice))
                .contact()
                .conversation();

        var bakery = open(owner);
        accounts.verify(bakery, operator, "known");
        team.add(bakery, owner, agent, Role.AGENT);
        team.add(bakery, owner, analyst, Role.ANALYST);
        team.add(bakery, owner, editor, Role.EDITOR);
        follows.follow(alice, bakery, Source.SEARCH);
        var withBakery = follows.find(alice, bakery).orElseThrow().conversation();
        say(alice, withFriend, "hello");
        say(alice, withBakery, "Do you have rye bread?");
        return new People(
                Map.of(
                        Who.USER, alice,
                        Who.OTHER, other,
                        Who.AGENT, agent,
                        Who.ANALYST, analyst,
                        Who.EDITOR, editor,
                        Who.OWNER, owner,
                        Who.OPERATOR, operator),
                bakery,
                withBakery,
                withFriend);
    }

    private void say(UserId user, ConversationId conversation, String text) {
        conversations.send(SendMessage.from(
                user, conversation, new MessageBody.Text(text), new IdempotencyKey(conversation.toString())));
    }

    private UserId signUp(String handle) {
        var name = handle.substring(0, 1).toUpperCase(Locale.ROOT) + handle.substring(1);
        return ((SignUpOutcome.SignedUp) users.signUp(new SignUp(handle, name, PASSWORD, null, null)))
                .user()
                .id();
    }

    private OfficialAccountId open(UserId owner) {
        var opened = accounts.open(new OpenAccount(owner, "bakery", "Bakery", Category.FOOD, "Bread and rolls", null));
        return ((AccountOutcome.Done) opened).account().id();
    }
}
